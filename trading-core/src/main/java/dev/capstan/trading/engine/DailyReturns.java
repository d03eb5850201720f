package dev.capstan.trading.engine;

import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What each UTC day brought: the last value of the curve in a day over the last one before it, less one; the first day is measured from
 * the capital. Days without a candle are no days. The market never closes, so a year has 365 of them.
 */
final class DailyReturns {

    private static final double YEAR = StrictMath.sqrt(365);
    private static final long DAY = 86_400_000L;

    private final double[] values;

    private DailyReturns(double[] values) {
        this.values = values;
    }

    static DailyReturns of(EquityCurve equity, long capital) {
        DoubleStream.Builder returns = DoubleStream.builder();
        long before = capital;
        long midnight = midnightAfter(equity, 0);
        for (int row = 1; row <= equity.size(); row++) {
            if (row == equity.size() || equity.time(row) > midnight) {
                returns.add((double) equity.value(row - 1) / before - 1);
                before = equity.value(row - 1);
                midnight = row == equity.size() ? midnight : midnightAfter(equity, row);
            }
        }
        return new DailyReturns(returns.build().toArray());
    }

    /** The end of the day that the close at {@code row} belongs to; one at midnight belongs to the day that ends with it. */
    private static long midnightAfter(EquityCurve equity, int row) {
        return Math.ceilDiv(equity.time(row), DAY) * DAY;
    }

    /** Mean over standard deviation (n - 1), both of a day, for a year; no interest is taken off. Null without two days that differ. */
    @Nullable
    Double sharpe() {
        double mean = mean();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 || squares == 0 ? null : mean / StrictMath.sqrt(squares / (values.length - 1)) * YEAR;
    }

    /** Mean over the root of the mean square of the losing days, for a year. Null without a day that lost. */
    @Nullable
    Double sortino() {
        double squares = 0;
        for (double value : values) {
            squares += value < 0 ? value * value : 0;
        }
        return values.length < 2 || squares == 0 ? null : mean() / StrictMath.sqrt(squares / values.length) * YEAR;
    }

    private double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
