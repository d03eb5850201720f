package dev.capstan.simulator.exchange.report;

import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.order.RejectReason;
import java.util.List;

/**
 * One thing that happened to a list, told to its owner.
 *
 * @param orders as they stood right after
 */
public record ListReport(OrderList list, List<Order> orders, RejectReason rejected, long at) implements AccountEvent {}
