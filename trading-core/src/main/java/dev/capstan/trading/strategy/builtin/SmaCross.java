package dev.capstan.trading.strategy.builtin;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.indicator.Sma;
import dev.capstan.trading.strategy.ColumnStrategy;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.SignalColumn;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;
import java.util.List;

/** Buys when the fast average rises above the slow one, leaves when it falls below. */
final class SmaCross implements ColumnStrategy {

    private final Sma fast;
    private final Sma slow;
    private final AverageLead lead;
    private final int warmUpCandles;
    private final PercentExits exits;
    private double last = Double.NaN;

    SmaCross(int fastPeriod, int slowPeriod, PercentExits exits) {
        this.fast = new Sma(fastPeriod);
        this.slow = new Sma(slowPeriod);
        this.lead = new AverageLead(fastPeriod, slowPeriod);
        this.warmUpCandles = slowPeriod + 1;
        this.exits = exits;
    }

    /** While an average has no value the lead is NaN, which no comparison holds for. */
    @Override
    public Signal analyze(CandleView candle) {
        double before = last;
        fast.update(candle);
        slow.update(candle);
        last = lead.of(fast, slow);
        if (before <= 0 && last > 0) {
            return Signal.BUY;
        }
        return before >= 0 && last < 0 ? Signal.SELL : Signal.NONE;
    }

    /**
     * The first candles of a stretch are taken one by one, until neither average remembers anything from before it. From there on only the
     * lead is followed, and the averages are shown no more than the last candles, which is all that they will remember.
     */
    @Override
    public void analyzeAll(CandleColumns candles, int from, int end, SignalColumn signals) {
        int first = from + Math.ceilDiv(slow.forgetsAfter(), SignalColumn.WORD) * SignalColumn.WORD;
        if (first >= end) {
            oneByOne(candles, from, end, signals);
            return;
        }
        oneByOne(candles, from, first, signals);
        double followed = lead.follow(candles, first, end, fast, slow, signals);
        if (Double.isNaN(followed)) {
            oneByOne(candles, first, end, signals);
            return;
        }
        last = followed;
        fast.catchUp(candles, first, end);
        slow.catchUp(candles, first, end);
    }

    private void oneByOne(CandleColumns candles, int from, int end, SignalColumn signals) {
        CandleCursor cursor = new CandleCursor(candles);
        for (int row = from; row < end; row++) {
            signals.set(row, analyze(cursor.at(row)));
        }
    }

    @Override
    public double calculateStopLoss(CandleView candle) {
        return exits.stopLoss(candle);
    }

    @Override
    public double calculateTakeProfit(CandleView candle) {
        return exits.takeProfit(candle);
    }

    @Override
    public int warmUpCandles() {
        return warmUpCandles;
    }

    @Override
    public List<Reading> readings() {
        return List.of(new Reading("fast", fast.value()), new Reading("slow", slow.value()));
    }

    @Override
    public void save(StateWriter state) {
        fast.save(state, "fast");
        slow.save(state, "slow");
    }

    @Override
    public void restore(StateReader state) {
        fast.restore(state, "fast");
        slow.restore(state, "slow");
        last = lead.of(fast, slow);
    }
}
