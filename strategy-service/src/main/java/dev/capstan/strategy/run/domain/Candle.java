package dev.capstan.strategy.run.domain;

import dev.capstan.trading.fill.Bar;
import java.time.Instant;

/**
 * A closed candle.
 *
 * @param openTime market time
 */
public record Candle(Instant openTime, Bar bar) {}
