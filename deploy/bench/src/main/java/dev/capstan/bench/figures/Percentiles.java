package dev.capstan.bench.figures;

import java.util.Arrays;

/**
 * Three points of a distribution, in milliseconds.
 *
 * @param count how many durations they were taken from
 */
public record Percentiles(double p50, double p95, double p99, int count) {

    /** Nearest-rank percentiles; all zero when nothing was measured. */
    public static Percentiles ofNanos(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Percentiles(rank(sorted, 50), rank(sorted, 95), rank(sorted, 99), sorted.length);
    }

    private static double rank(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(percent / 100.0 * sorted.length) - 1;
        return Math.round(sorted[Math.max(0, index)] / 10_000.0) / 100.0;
    }
}
