package dev.capstan.marketdata.candle.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a series.
 *
 * @param firstOpenTime null when nothing is stored there
 * @param lastOpenTime likewise
 * @param gaps places between the two where candles are missing
 * @param missing how many are
 * @param firstGap the first such place
 */
public record Stretch(
        @Nullable Instant firstOpenTime,
        @Nullable Instant lastOpenTime,
        long gaps,
        long missing,
        @Nullable Gap firstGap) {

    public static final Stretch EMPTY = new Stretch(null, null, 0, 0, null);
}
