package dev.capstan.contracts.backtest;

import dev.capstan.contracts.value.Money;
import java.time.Instant;

/**
 * A point of the equity curve.
 *
 * @param time market time at which a candle was over
 * @param equity cash, and what was held at that close
 */
public record EvidencePoint(Instant time, Money equity) {}
