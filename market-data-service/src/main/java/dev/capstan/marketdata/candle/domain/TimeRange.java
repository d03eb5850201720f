package dev.capstan.marketdata.candle.domain;

import java.time.Instant;

/**
 * A stretch of open times.
 *
 * @param from the first that belongs to it
 * @param to the first that no longer does
 */
public record TimeRange(Instant from, Instant to) {

    public static final Instant EARLIEST = Instant.EPOCH;
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public static final TimeRange ALL = new TimeRange(EARLIEST, LATEST);

    public TimeRange {
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw new IllegalArgumentException("expected times from " + EARLIEST + " to " + LATEST);
        }
    }

    /** What is left of it from {@code later} on. */
    public TimeRange startingAt(Instant later) {
        return later.isAfter(from) ? new TimeRange(later, to) : this;
    }
}
