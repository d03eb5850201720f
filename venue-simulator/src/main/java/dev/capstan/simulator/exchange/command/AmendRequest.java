package dev.capstan.simulator.exchange.command;

import dev.capstan.simulator.exchange.order.OrderKey;

/**
 * An open order to make smaller.
 *
 * @param quantity what it is to be for in all, what has filled included
 * @param clientOrderId the client's id of the order from then on; its present one is allowed
 */
public record AmendRequest(OrderKey key, long quantity, String clientOrderId) {}
