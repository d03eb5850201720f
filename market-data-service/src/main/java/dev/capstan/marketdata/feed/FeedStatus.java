package dev.capstan.marketdata.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The feed as its owner saw it.
 *
 * @param connected whether a connection to the venue's streams stands
 * @param lastMessageAt when the last frame was read, wall clock
 * @param lagMillis from the venue's event time to our reading of it, by the venue's clock, of the last frame
 * @param lagP50Millis of the last thousand frames
 * @param clockOffsetMillis how far the venue's clock is ahead of ours; null until measured, and then not part of the lags
 * @param droppedTicks ticks that made way for newer ones
 * @param reconnects connections opened after the first
 */
record FeedStatus(
        boolean connected,
        @Nullable Instant lastMessageAt,
        @Nullable Long lagMillis,
        @Nullable Long lagP50Millis,
        @Nullable Long lagP95Millis,
        @Nullable Long clockOffsetMillis,
        long ticks,
        long candles,
        long droppedTicks,
        long reconnects) {

    static final FeedStatus NEVER = new FeedStatus(false, null, null, null, null, null, 0, 0, 0, 0);

    /** Stale until the first message, and again {@code limit} after the last one, connected or not. */
    boolean isStale(Instant now, Duration limit) {
        Instant last = lastMessageAt;
        return last == null || last.plus(limit).isBefore(now);
    }
}
