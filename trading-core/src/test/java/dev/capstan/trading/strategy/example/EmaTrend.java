package dev.capstan.trading.strategy.example;

import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.indicator.Atr;
import dev.capstan.trading.indicator.Ema;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;
import dev.capstan.trading.strategy.Strategy;
import java.util.List;

/** Long while the close is above its exponential average; the stop is so many average true ranges away. */
final class EmaTrend implements Strategy {

    private final Ema ema;
    private final Atr atr;
    private final int period;
    private final double stopRanges;
    private double distance = Double.NaN;

    EmaTrend(int period, double stopRanges) {
        this.ema = new Ema(period);
        this.atr = Atr.of(period);
        this.period = period;
        this.stopRanges = stopRanges;
    }

    @Override
    public Signal analyze(CandleView candle) {
        double before = distance;
        atr.update(candle);
        distance = candle.close() - ema.update(candle);
        if (before <= 0 && distance > 0) {
            return Signal.BUY;
        }
        return before >= 0 && distance < 0 ? Signal.SELL : Signal.NONE;
    }

    @Override
    public double calculateStopLoss(CandleView candle) {
        return candle.close() - stopRanges * atr.value();
    }

    @Override
    public int warmUpCandles() {
        return period + 1;
    }

    @Override
    public List<Reading> readings() {
        return List.of(new Reading("ema", ema.value()), new Reading("atr", atr.value()));
    }

    @Override
    public void save(StateWriter state) {
        ema.save(state, "ema");
        atr.save(state, "atr");
        state.number("distance", distance);
    }

    @Override
    public void restore(StateReader state) {
        ema.restore(state, "ema");
        atr.restore(state, "atr");
        distance = state.number("distance");
    }
}
