package dev.capstan.contracts.backtest;

import java.time.Instant;

/**
 * On which candles.
 *
 * @param source where they came from, for people
 * @param intervalMillis length of a candle
 * @param firstOpenTime open time of the first
 * @param lastOpenTime open time of the last
 * @param count how many
 * @param gaps places between first and last where candles are missing
 * @param missing how many are missing there, all together
 * @param hash {@code sha256:} over the candles, whatever file they came from
 */
public record EvidenceCandles(
        String source,
        long intervalMillis,
        Instant firstOpenTime,
        Instant lastOpenTime,
        long count,
        long gaps,
        long missing,
        String hash) {}
