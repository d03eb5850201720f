package dev.capstan.risk.mark;

import dev.capstan.contracts.value.Price;
import java.time.Instant;

/**
 * The last price that arrived.
 *
 * @param arrivedAt by our clock
 * @param staleAt from then on it is no basis for a decision
 */
public record Mark(Price price, Instant arrivedAt, Instant staleAt) {}
