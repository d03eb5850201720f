package dev.capstan.marketdata.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The feed as its owner saw it.
 *
 * @param connected whether a connection to the venue's streams stands
 * @param lastMessageAt when the last frame was read, wall clock
 * @param lagMillis from the venue's event time to our reading of it, of the last frame; includes the difference of the clocks
 * @param droppedTicks ticks that made way for newer ones
 * @param reconnects connections opened after the first
 */
record FeedStatus(
        boolean connected,
        @Nullable Instant lastMessageAt,
        @Nullable Long lagMillis,
        long ticks,
        long candles,
        long droppedTicks,
        long reconnects) {

    static final FeedStatus NEVER = new FeedStatus(false, null, null, 0, 0, 0, 0);

    /** Stale until the first message, and again {@code limit} after the last one, connected or not. */
    boolean isStale(Instant now, Duration limit) {
        Instant last = lastMessageAt;
        return last == null || last.plus(limit).isBefore(now);
    }
}
