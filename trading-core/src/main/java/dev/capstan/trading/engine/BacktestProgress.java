package dev.capstan.trading.engine;

/** Hears how far a backtest has come, and may end it. */
@FunctionalInterface
public interface BacktestProgress {

    /** Nobody listens. */
    BacktestProgress NONE = candles -> true;

    /**
     * Called every few thousand candles, from the thread that runs the backtest.
     *
     * @param candles how many have been seen
     * @return false to end it with a {@link BacktestCanceledException}
     */
    boolean reached(int candles);
}
