package dev.capstan.backtest.market;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a {@link SeriesRange}.
 *
 * @param timeframe of the candles that were asked for
 * @param storedTimeframe of those that are stored, from which others are added up
 * @param intervalMillis length of a candle
 * @param revision changes when a stored candle was changed or removed, or one was added before the last; not when one follows the last
 * @param firstOpenTime of the first candle in the range; null when there is none
 * @param lastOpenTime of the last one; null when there is none
 * @param gaps places in the range where stored candles are missing
 * @param missing how many are, of the stored ones
 * @param firstGap the first such place; null when there is none
 */
public record Coverage(
        String timeframe,
        String storedTimeframe,
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
        long places = Duration.between(firstOpenTime, lastOpenTime).toMillis() / intervalMillis + 1;
        // A candle that is added up is there as soon as one of its parts is: missing parts say nothing of it.
        return timeframe.equals(storedTimeframe) ? places - missing : places;
    }
}
