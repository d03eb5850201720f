package dev.capstan.trading.strategy.builtin;

import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.indicator.Rsi;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;
import dev.capstan.trading.strategy.Strategy;
import java.util.List;

/** Buys when the index comes back up from an oversold market, leaves when it comes back down from an overbought one. */
final class RsiReversal implements Strategy {

    private final Rsi rsi;
    private final double oversold;
    private final double overbought;
    private final int warmUpCandles;
    private final PercentExits exits;

    RsiReversal(int period, double oversold, double overbought, PercentExits exits) {
        this.rsi = new Rsi(period);
        this.oversold = oversold;
        this.overbought = overbought;
        this.warmUpCandles = period + 2;
        this.exits = exits;
    }

    /** While the index has no value it is NaN, which neither comparison holds for. */
    @Override
    public Signal analyze(CandleView candle) {
        double before = rsi.value();
        double now = rsi.update(candle.close());
        if (before <= oversold && now > oversold) {
            return Signal.BUY;
        }
        return before >= overbought && now < overbought ? Signal.SELL : Signal.NONE;
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
        return List.of(new Reading("rsi", rsi.value()));
    }

    @Override
    public void save(StateWriter state) {
        rsi.save(state, "rsi");
    }

    @Override
    public void restore(StateReader state) {
        rsi.restore(state, "rsi");
    }
}
