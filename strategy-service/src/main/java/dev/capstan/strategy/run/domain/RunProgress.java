package dev.capstan.strategy.run.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands in the market.
 *
 * @param lastCandle open time of the last candle it took; before the first, of the last one it does not take
 * @param knownCandle open time of the newest candle that is known to be over
 * @param lastClose close of the last candle; 0 before the first
 * @param candles how many it took
 * @param takenAt wall clock of the last; null before the first
 */
public record RunProgress(
        Instant lastCandle,
        Instant knownCandle,
        long lastClose,
        long candles,
        @Nullable Instant takenAt) {

    /** Nothing taken yet; {@code lastClosed} is the newest candle there is. */
    public static RunProgress after(Instant lastClosed) {
        return new RunProgress(lastClosed, lastClosed, 0, 0, null);
    }

    /** Whether candles are over that it has not taken. */
    public boolean isBehind() {
        return knownCandle.isAfter(lastCandle);
    }

    /** How many candles it has not taken. */
    public long behind(Duration interval) {
        return Duration.between(lastCandle, knownCandle).toMillis() / interval.toMillis();
    }

    RunProgress knowing(Instant openTime) {
        return openTime.isAfter(knownCandle)
                ? new RunProgress(lastCandle, openTime, lastClose, candles, takenAt)
                : this;
    }

    RunProgress taken(Candle candle, Instant now) {
        Instant known = knowing(candle.openTime()).knownCandle();
        return new RunProgress(candle.openTime(), known, candle.bar().close(), candles + 1, now);
    }
}
