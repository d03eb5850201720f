package dev.capstan.trading.engine;

import dev.capstan.contracts.value.Side;

/**
 * A fill of a backtest.
 *
 * @param order number of the intent it belongs to
 * @param occurredAt market time
 * @param commission in the asset received: base on a buy, quote on a sell
 */
public record SimulatedFill(int order, long occurredAt, Side side, long price, long quantity, long commission) {}
