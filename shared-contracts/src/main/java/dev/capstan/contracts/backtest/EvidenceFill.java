package dev.capstan.contracts.backtest;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import java.time.Instant;

/**
 * A fill.
 *
 * @param order number of the order it belongs to
 * @param occurredAt market time
 * @param commission in the asset received: base on a buy, quote on a sell
 */
public record EvidenceFill(
        int order, Instant occurredAt, Side side, Price price, Quantity quantity, Money commission) {}
