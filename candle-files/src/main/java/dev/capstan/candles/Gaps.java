package dev.capstan.candles;

import dev.capstan.trading.candle.CandleColumns;
import java.util.ArrayList;
import java.util.List;

/** Where candles are missing between the first and the last. */
public record Gaps(List<Gap> all) {

    /**
     * Candles that are not there.
     *
     * @param from open time of the first, in epoch milliseconds
     * @param to open time of the last
     * @param missing how many
     */
    public record Gap(long from, long to, long missing) {}

    public Gaps {
        all = List.copyOf(all);
    }

    /** The gaps of {@code candles}. */
    public static Gaps of(CandleColumns candles) {
        long interval = candles.intervalMillis();
        List<Gap> gaps = new ArrayList<>();
        for (int row = 1; row < candles.size(); row++) {
            long before = candles.openTime(row - 1);
            long distance = candles.openTime(row) - before;
            if (distance > interval) {
                gaps.add(new Gap(
                        before + interval, candles.openTime(row) - interval, Math.ceilDiv(distance, interval) - 1));
            }
        }
        return new Gaps(gaps);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public int count() {
        return all.size();
    }

    /** How many candles are missing, all together. */
    public long missing() {
        return all.stream().mapToLong(Gap::missing).sum();
    }
}
