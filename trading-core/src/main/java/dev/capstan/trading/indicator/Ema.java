package dev.capstan.trading.indicator;

import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;

/**
 * Exponential moving average (Murphy, "Technical Analysis of the Financial Markets", 1999, chapter 9).
 *
 * <p>Seed: the simple mean of the first {@code period} values, which is its first value. Smoothing: each further value moves it by {@code
 * 2 / (period + 1)} of the distance.
 */
public final class Ema implements Indicator {

    private final Smoothing average;

    /** An average of {@code period} values, from 1 to {@link Indicator#MAX_PERIOD}. */
    public Ema(int period) {
        average = Smoothing.exponential(period);
    }

    /** Takes the next value; the new average, or NaN while there are too few. */
    public double update(double value) {
        return average.update(value);
    }

    /** Of the closing price. */
    @Override
    public double update(CandleView candle) {
        return update(candle.close());
    }

    @Override
    public double value() {
        return average.value();
    }

    @Override
    public boolean isReady() {
        return average.isReady();
    }

    @Override
    public void save(StateWriter state, String prefix) {
        average.save(state, prefix);
    }

    @Override
    public void restore(StateReader state, String prefix) {
        average.restore(state, prefix);
    }
}
