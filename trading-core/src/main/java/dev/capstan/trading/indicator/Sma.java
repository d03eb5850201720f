package dev.capstan.trading.indicator;

import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;

/**
 * Simple moving average: the mean of the last {@code period} values (Murphy, "Technical Analysis of the Financial Markets", 1999, chapter
 * 9). The first value is the mean of the first {@code period}.
 *
 * <p>Strategies compare such means, so a tie must be a tie. Each value is taken in hundred-millionths, the scale of every price, and whole
 * numbers are summed, which loses nothing below 2^53; the mean is then one correctly rounded division. Two averages of any periods whose
 * means are equal in exact arithmetic are equal here. That holds for values below 22 million and sums below 90 million; a price on a tick
 * of 0.01 is a multiple of 2^6 hundred-millionths, so its sums are exact up to 64 times that.
 */
public final class Sma implements Indicator {

    private static final double ONE = 1e8;

    private final double[] window;
    private final double divisor;
    private int next;
    private double sum;
    private double sumSinceWrap;
    private double mean = Double.NaN;
    private boolean ready;

    /** An average of {@code period} values, from 1 to {@link Indicator#MAX_PERIOD}. */
    public Sma(int period) {
        window = new double[Period.checked(period)];
        divisor = period * ONE;
    }

    /** Takes the next value; the new mean, or NaN while there are too few. */
    public double update(double value) {
        double units = Math.rint(value * ONE);
        sum += units - window[next];
        sumSinceWrap += units;
        window[next] = units;
        next++;
        if (next == window.length) {
            wrap();
        }
        mean = ready ? sum / divisor : Double.NaN;
        return mean;
    }

    /** The sum of what is in the window now, made anew: where sums are too large to be exact, their errors end here. */
    private void wrap() {
        next = 0;
        sum = sumSinceWrap;
        sumSinceWrap = 0;
        ready = true;
    }

    /** Of the closing price. */
    @Override
    public double update(CandleView candle) {
        return update(candle.close());
    }

    @Override
    public double value() {
        return mean;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void save(StateWriter state, String prefix) {
        state.numbers(prefix + ".window", window);
        state.whole(prefix + ".next", next);
        state.number(prefix + ".sum", sum);
        state.number(prefix + ".sumSinceWrap", sumSinceWrap);
        state.number(prefix + ".value", mean);
        state.whole(prefix + ".ready", ready ? 1 : 0);
    }

    @Override
    public void restore(StateReader state, String prefix) {
        double[] saved = state.numbers(prefix + ".window", window.length);
        System.arraycopy(saved, 0, window, 0, window.length);
        next = Math.toIntExact(state.whole(prefix + ".next"));
        sum = state.number(prefix + ".sum");
        sumSinceWrap = state.number(prefix + ".sumSinceWrap");
        mean = state.number(prefix + ".value");
        ready = state.whole(prefix + ".ready") != 0;
    }
}
