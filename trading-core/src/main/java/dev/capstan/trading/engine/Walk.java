package dev.capstan.trading.engine;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.run.TradeIntent;
import dev.capstan.trading.strategy.ColumnStrategy;
import dev.capstan.trading.strategy.SignalColumn;
import dev.capstan.trading.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/** The way of a run over its candles, from order to order. */
final class Walk {

    private final CandleColumns candles;
    private final BacktestSettings settings;
    private final Strategy strategy;
    private final StrategyRun run;
    private final SimulatedVenue venue;
    private final CandleCursor cursor;
    private final SignalColumn signals = new SignalColumn(Backtest.STRIDE);
    private @Nullable TradeIntent unplaced;

    /** Has a bit of every price and volume looked at, the sign's as well. */
    private long looked;

    Walk(CandleColumns candles, Strategy strategy, BacktestSettings settings) {
        this.candles = candles;
        this.settings = settings;
        this.strategy = strategy;
        this.run = new StrategyRun(strategy, settings.run());
        this.venue = new SimulatedVenue(candles, settings, run);
        this.cursor = new CandleCursor(candles);
    }

    /** Goes on over the candles from row {@code from}, where it stands, up to, not with, {@code to}. */
    void on(int from, int to) {
        SignalColumn known = signals(from, to);
        int row = from;
        while (row < to) {
            row = next(row, to, known) + 1;
            if (row <= to) {
                act(row);
            }
        }
    }

    /** The candle before {@code row} may ask for an order; it meets the open of the one at {@code row}, if there is one. */
    private void act(int row) {
        if (row == candles.size()) {
            unplaced = run.decide(cursor.candle());
            return;
        }
        // Before the run decides: what the order meets is far from the processor, and deciding is the time that it
        // needs to come.
        venue.open(row);
        TradeIntent intent = run.decide(cursor.candle());
        if (intent != null) {
            venue.place(intent);
        }
    }

    private int next(int row, int to, @Nullable SignalColumn known) {
        cursor.at(row);
        return run.untilCalled(cursor, to, known);
    }

    /** What the strategy makes of these rows; null when it has to be asked at each. */
    private @Nullable SignalColumn signals(int from, int to) {
        if (!(strategy instanceof ColumnStrategy columns)) {
            return null;
        }
        signals.reset(from, to);
        columns.analyzeAll(candles.until(to), from, to, signals);
        fetchOpens();
        return signals;
    }

    /**
     * Looks at each candle that opens after a signal, and may meet an order: one by one each would have to come from memory while the order
     * waits, asked for together they come side by side.
     */
    private void fetchOpens() {
        int last = candles.size() - 1;
        looked = 0;
        signals.forEachSignal(row -> {
            if (row < last) {
                looked |= candles.open(row + 1) | candles.volume(row + 1);
            }
        });
        if (looked < 0) {
            throw new IllegalStateException("expected prices and volumes that are not below zero");
        }
    }

    /** How many were placed so far. */
    int orders() {
        return venue.orders().size();
    }

    BacktestResult result() {
        return new BacktestResult(candles, settings, venue.orders(), run, unplaced);
    }
}
