package dev.capstan.trading.engine;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.run.TradeIntent;
import dev.capstan.trading.strategy.Strategy;
import org.jspecify.annotations.Nullable;

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
        StrategyRun run = new StrategyRun(strategy, settings.run());
        SimulatedVenue venue = new SimulatedVenue(candles, settings, run);
        EquityCurve equity = new EquityCurve(candles);
        @Nullable TradeIntent intent = null;
        for (int from = 0; from < candles.size(); from += STRIDE) {
            int to = Math.min(candles.size(), from + STRIDE);
            intent = walk(candles, from, to, intent, run, venue, equity);
            if (!progress.reached(to)) {
                throw new BacktestCanceledException(to);
            }
        }
        return new BacktestResult(candles, settings, venue, run, intent, equity);
    }

    private static @Nullable TradeIntent walk(
            CandleColumns candles,
            int from,
            int to,
            @Nullable TradeIntent before,
            StrategyRun run,
            SimulatedVenue venue,
            EquityCurve equity) {
        CandleView view = new CandleView(candles);
        @Nullable TradeIntent intent = before;
        int row = from;
        while (row < to) {
            if (intent != null) {
                venue.place(intent);
            }
            intent = run.onCandles(view.at(row), to);
            row = view.row() + 1;
            if (intent != null && row < candles.size()) {
                venue.open(row);
            }
            equity.add(run, row);
        }
        return intent;
    }
}
