package dev.capstan.backtest.market;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a {@link SeriesRange}.
 *
 * @param intervalMillis length of a candle
 * @param revision changes when a stored candle was changed or removed, or one was added before the last; not when one follows the last
 * @param firstOpenTime of the first candle in the range; null when there is none
 * @param lastOpenTime of the last one; null when there is none
 * @param gaps places in the range where candles are missing
 * @param missing how many are
 * @param firstGap the first such place; null when there is none
 */
public record Coverage(
        long intervalMillis,
        long revision,
        @Nullable Instant firstOpenTime,
        @Nullable Instant lastOpenTime,
        long gaps,
        long missing,
        @Nullable Gap firstGap) {

    /**
     * A place where candles are missing.
     *
     * @param from open time of the first missing candle
     * @param to open time of the last
     */
    public record Gap(Instant from, Instant to, long missing) {}

    /** How many candles there are at most. */
    public long candles() {
        if (firstOpenTime == null || lastOpenTime == null) {
            return 0;
        }
        return Duration.between(firstOpenTime, lastOpenTime).toMillis() / intervalMillis + 1 - missing;
    }
}
