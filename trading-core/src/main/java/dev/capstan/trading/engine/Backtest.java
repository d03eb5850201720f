package dev.capstan.trading.engine;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.strategy.Strategy;

/** Runs a strategy over candles. The same input gives the same result, on any machine. */
public final class Backtest {

    /** How many candles pass between two words to the {@link BacktestProgress}. */
    static final int STRIDE = 1 << 14;

    private Backtest() {}

    /**
     * Runs {@code strategy}, which has seen nothing yet, over all of {@code candles}. An intent decided on the last candle finds no open to
     * act on and is left as it is; a position still open then is valued at the last close.
     *
     * @throws IllegalArgumentException when there are no candles
     * @throws BacktestCanceledException when {@code progress} ends it
     */
    public static BacktestResult run(
            CandleColumns candles, Strategy strategy, BacktestSettings settings, BacktestProgress progress) {
        if (candles.size() == 0) {
            throw new IllegalArgumentException("expected at least one candle");
        }
        Walk walk = new Walk(candles, strategy, settings);
        for (int from = 0; from < candles.size(); from += STRIDE) {
            int to = Math.min(candles.size(), from + STRIDE);
            walk.on(from, to);
            if (!progress.reached(to, walk.orders())) {
                throw new BacktestCanceledException(to);
            }
        }
        return walk.result();
    }
}
