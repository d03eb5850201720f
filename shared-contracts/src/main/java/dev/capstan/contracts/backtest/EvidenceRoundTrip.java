package dev.capstan.contracts.backtest;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;

/**
 * A position from flat to flat.
 *
 * @param quantity what was bought
 * @param paid what the buys took, in the quote asset
 * @param received what the sells gave, commissions off
 * @param realizedPnl received less paid
 */
public record EvidenceRoundTrip(
        Instant openedAt, Instant closedAt, Quantity quantity, Money paid, Money received, Money realizedPnl) {}
