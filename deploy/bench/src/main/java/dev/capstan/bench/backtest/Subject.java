package dev.capstan.bench.backtest;

import java.util.function.Supplier;

/**
 * One way to run the strategy. Whatever can be prepared before is prepared when it is made: a run is the run alone.
 *
 * @param work what a run makes, for the report
 * @param name for the report
 * @param run starts from nothing and makes all trades
 */
record Subject(String work, String name, Supplier<Trades> run) {

    /** Trades, and what an engine has to know for them. */
    static final String TRADES = "SMA cross";

    /** The same, and then what one wants to know of them: how the account went at each close, its deepest fall, the usual figures. */
    static final String FIGURES = "SMA cross with figures";
}
