package dev.capstan.trading.indicator;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
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

    /** Below it a price divided by {@link #ONE} and multiplied again is the same price. */
    private static final long SAME_AGAIN = 1L << 51;

    private final double[] window;
    private final double divisor;
    private int next;
    private double sum;
    private double sumSinceWrap;
    private boolean ready;

    /** An average of {@code period} values, from 1 to {@link Indicator#MAX_PERIOD}. */
    public Sma(int period) {
        window = new double[Period.checked(period)];
        divisor = period * ONE;
    }

    /** Takes the next value; the new mean, or NaN while there are too few. */
    public double update(double value) {
        return take(Math.rint(value * ONE));
    }

    /** Of the closing price. */
    @Override
    public double update(CandleView candle) {
        long price = candle.closePrice();
        return price < SAME_AGAIN ? take((double) price) : update(candle.close());
    }

    private double take(double units) {
        sum += units - window[next];
        sumSinceWrap += units;
        window[next] = units;
        next++;
        if (next == window.length) {
            wrap();
        }
        return value();
    }

    /** The sum of what is in the window now, made anew: where sums are too large to be exact, their errors end here. */
    private void wrap() {
        next = 0;
        sum = sumSinceWrap;
        sumSinceWrap = 0;
        ready = true;
    }

    /** The sum that the mean is of, in hundred-millionths: a whole number. */
    public double sum() {
        return sum;
    }

    /** After so many more candles nothing that came before them is in its memory, not even an error of a sum that was too large. */
    public int forgetsAfter() {
        return 2 * window.length;
    }

    /**
     * Comes to the state that it would be in after the closes of all rows from {@code from} up to, not with, {@code end}. Whole turns of
     * its window are left out at the beginning, so that only about the last {@link #forgetsAfter} candles are looked at.
     */
    public void catchUp(CandleColumns candles, int from, int end) {
        int unseen = Math.max(0, end - from - forgetsAfter()) / window.length * window.length;
        CandleCursor cursor = new CandleCursor(candles);
        for (int row = from + unseen; row < end; row++) {
            update(cursor.at(row));
        }
    }

    @Override
    public double value() {
        return ready ? sum / divisor : Double.NaN;
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
        state.whole(prefix + ".ready", ready ? 1 : 0);
    }

    @Override
    public void restore(StateReader state, String prefix) {
        double[] saved = state.numbers(prefix + ".window", window.length);
        System.arraycopy(saved, 0, window, 0, window.length);
        next = Math.toIntExact(state.whole(prefix + ".next"));
        sum = state.number(prefix + ".sum");
        sumSinceWrap = state.number(prefix + ".sumSinceWrap");
        ready = state.whole(prefix + ".ready") != 0;
    }
}
