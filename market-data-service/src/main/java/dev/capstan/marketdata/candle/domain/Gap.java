package dev.capstan.marketdata.candle.domain;

import java.time.Instant;

/**
 * A place in a series where candles are missing.
 *
 * @param from open time of the first missing candle
 * @param to open time of the last
 */
public record Gap(Instant from, Instant to, long missing) {}
