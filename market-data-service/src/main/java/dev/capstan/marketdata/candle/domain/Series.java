package dev.capstan.marketdata.candle.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * What is stored of a series.
 *
 * @param id number of the series in the store
 * @param candles how many there are
 * @param gaps how many places there are where candles are missing between the first and the last
 * @param revision changes when a candle is changed or removed, or one is added before the last; not when one follows the last
 */
public record Series(
        long id, SeriesKey key, Instant firstOpenTime, Instant lastOpenTime, long candles, long gaps, long revision) {

    /** How many candles are missing between the first and the last. */
    public long missing() {
        return Duration.between(firstOpenTime, lastOpenTime).toMillis()
                        / key.timeframe().millis()
                + 1
                - candles;
    }
}
