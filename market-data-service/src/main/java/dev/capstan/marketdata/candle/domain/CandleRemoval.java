package dev.capstan.marketdata.candle.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Deletes candles, a batch at a time. */
public interface CandleRemoval {

    /** Series of replays other than {@code marketEpoch} to which no candle came for {@code idle}. */
    List<Series> idleReplays(String marketEpoch, Duration idle);

    /**
     * Deletes up to {@code batch} of the series' first candles, as far as they open before {@code end}.
     *
     * @return how many were deleted; fewer than {@code batch} when none is left
     */
    int remove(Series series, Instant end, int batch);
}
