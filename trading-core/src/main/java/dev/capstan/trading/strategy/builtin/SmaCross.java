package dev.capstan.trading.strategy.builtin;

import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.indicator.Sma;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;
import dev.capstan.trading.strategy.Strategy;
import java.util.List;

/** Buys when the fast average rises above the slow one, leaves when it falls below. */
final class SmaCross implements Strategy {

    private final Sma fast;
    private final Sma slow;
    private final int warmUpCandles;
    private final PercentExits exits;
    private double lead = Double.NaN;

    SmaCross(int fastPeriod, int slowPeriod, PercentExits exits) {
        this.fast = new Sma(fastPeriod);
        this.slow = new Sma(slowPeriod);
        this.warmUpCandles = slowPeriod + 1;
        this.exits = exits;
    }

    /** While an average has no value the lead is NaN, which no comparison holds for. */
    @Override
    public Signal analyze(CandleView candle) {
        double before = lead;
        double now = fast.update(candle) - slow.update(candle);
        lead = now;
        if (before <= 0 && now > 0) {
            return Signal.BUY;
        }
        return before >= 0 && now < 0 ? Signal.SELL : Signal.NONE;
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
        lead = fast.value() - slow.value();
    }
}
