package dev.capstan.trading.indicator;

import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;

/** What the averages have in common that never forget: seeded with the mean of the first values, then a share of the way to each next. */
final class Smoothing {

    private final int period;
    private final double share;
    private int seen;
    private double value;

    private Smoothing(int period, double share) {
        this.period = Period.checked(period);
        this.share = share;
    }

    /** {@code 2 / (period + 1)} of the way. */
    static Smoothing exponential(int period) {
        return new Smoothing(period, 2.0 / (period + 1));
    }

    /** {@code 1 / period} of the way. */
    static Smoothing wilder(int period) {
        return new Smoothing(period, 1.0 / period);
    }

    /** Takes the next number; the new average, or NaN while there are too few. */
    double update(double number) {
        if (seen == period) {
            value += (number - value) * share;
            return value;
        }
        return seed(number);
    }

    private double seed(double number) {
        value += number;
        seen++;
        if (seen < period) {
            return Double.NaN;
        }
        value /= period;
        return value;
    }

    double value() {
        return isReady() ? value : Double.NaN;
    }

    boolean isReady() {
        return seen == period;
    }

    void save(StateWriter state, String prefix) {
        state.whole(prefix + ".seen", seen);
        state.number(prefix + ".value", value);
    }

    void restore(StateReader state, String prefix) {
        seen = Math.toIntExact(state.whole(prefix + ".seen"));
        value = state.number(prefix + ".value");
    }
}
