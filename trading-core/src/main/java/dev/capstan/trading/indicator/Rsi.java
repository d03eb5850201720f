package dev.capstan.trading.indicator;

import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;

/**
 * Relative strength index, 0 to 100 (Wilder, "New Concepts in Technical Trading Systems", 1978): {@code 100 * gain / (gain + loss)} of the
 * average rise and the average fall from one value to the next, which is Wilder's {@code 100 - 100 / (1 + gain / loss)}.
 *
 * <p>Seed: the simple means of the first {@code period} rises and falls, so the first value comes with value {@code period + 1}. Smoothing:
 * Wilder's, {@code 1 / period} of the distance. A market that has not moved at all is at 50, neither strong nor weak.
 */
public final class Rsi implements Indicator {

    private static final double NEUTRAL = 50;
    private static final double HIGHEST = 100;

    private final Smoothing gain;
    private final Smoothing loss;
    private double last = Double.NaN;
    private double strength = Double.NaN;

    /** An index over {@code period} changes, from 1 to {@link Indicator#MAX_PERIOD}. */
    public Rsi(int period) {
        gain = Smoothing.wilder(period);
        loss = Smoothing.wilder(period);
    }

    /** Takes the next value; the new index, or NaN while there are too few. */
    public double update(double value) {
        double change = value - last;
        last = value;
        if (Double.isNaN(change)) {
            return strength;
        }
        double rise = gain.update(Math.max(change, 0));
        double fall = loss.update(Math.max(-change, 0));
        strength = rise + fall == 0 ? NEUTRAL : HIGHEST * rise / (rise + fall);
        return strength;
    }

    /** Of the closing price. */
    @Override
    public double update(CandleView candle) {
        return update(candle.close());
    }

    @Override
    public double value() {
        return strength;
    }

    @Override
    public boolean isReady() {
        return gain.isReady();
    }

    @Override
    public void save(StateWriter state, String prefix) {
        gain.save(state, prefix + ".gain");
        loss.save(state, prefix + ".loss");
        state.number(prefix + ".last", last);
        state.number(prefix + ".value", strength);
    }

    @Override
    public void restore(StateReader state, String prefix) {
        gain.restore(state, prefix + ".gain");
        loss.restore(state, prefix + ".loss");
        last = state.number(prefix + ".last");
        strength = state.number(prefix + ".value");
    }
}
