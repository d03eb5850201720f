package dev.capstan.marketdata.candle.domain;

import java.time.Instant;

/**
 * A closed candle that comes in from a venue.
 *
 * @param receivedAt when we read it, wall clock
 */
public record Arrival(SeriesKey key, Candle candle, Instant receivedAt) {

    public Instant openTime() {
        return candle.openTime();
    }
}
