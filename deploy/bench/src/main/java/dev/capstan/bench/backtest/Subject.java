package dev.capstan.bench.backtest;

import java.util.function.Supplier;

/**
 * One way to run the strategy. Whatever can be prepared before is prepared when it is made: a run is the run alone.
 *
 * @param name for the report
 * @param run starts from nothing and makes all trades
 */
record Subject(String name, Supplier<Trades> run) {}
