package dev.capstan.trading.engine;

/** Hears how far a backtest has come, and may end it. */
@FunctionalInterface
public interface BacktestProgress {

    /** Nobody listens. */
    BacktestProgress NONE = (candles, orders) -> true;

    /**
     * Called every few thousand candles, from the thread that runs the backtest.
     *
     * @param candles how many have been seen
     * @param orders how many were placed on them: each is kept, so this is what a run's memory grows with
     * @return false to end it with a {@link BacktestCanceledException}
     */
    boolean reached(int candles, int orders);
}
