package dev.capstan.simulator.exchange.command;

import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.Trade;
import java.util.List;

/** An order as placing it left it, and what it took at once. */
public record Placed(Order order, List<Trade> fills) {}
