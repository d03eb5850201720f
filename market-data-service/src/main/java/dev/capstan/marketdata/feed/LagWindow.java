package dev.capstan.marketdata.feed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lags of the last thousand frames, which is seconds on a busy feed and a minute on a quiet one. */
final class LagWindow {

    private static final int SIZE = 1_024;

    private final long[] millis = new long[SIZE];
    private long count;

    synchronized void add(long lagMillis) {
        millis[(int) (count % SIZE)] = lagMillis;
        count++;
    }

    /** The lag that {@code percent} of the frames did not exceed; null before the first. */
    synchronized @Nullable Long percentile(int percent) {
        int filled = (int) Math.min(count, SIZE);
        if (filled == 0) {
            return null;
        }
        long[] sorted = Arrays.copyOf(millis, filled);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (filled * percent + 99) / 100 - 1)];
    }
}
