package dev.capstan.simulator.exchange.command;

import dev.capstan.simulator.exchange.order.Order;

/** An order that was canceled, and the canceling request's own id. */
public record Canceled(Order order, String cancelId) {}
