package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.TradeId;
import dev.capstan.execution.order.domain.Order;
import java.util.Set;

/**
 * An order and its books at one moment.
 *
 * @param trades those that were asked for and are booked
 */
public record BookedOrder(Order order, Set<TradeId> trades) {}
