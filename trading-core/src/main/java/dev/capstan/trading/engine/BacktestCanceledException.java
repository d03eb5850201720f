package dev.capstan.trading.engine;

/** A backtest was ended by its {@link BacktestProgress}; there is no result. */
public final class BacktestCanceledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BacktestCanceledException(int candles) {
        super("ended after " + candles + " candles");
    }
}
