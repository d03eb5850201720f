package dev.capstan.simulator.exchange.command;

import dev.capstan.simulator.exchange.order.OrderList;
import java.util.List;

/** A list as it was when it was placed; what its first order took at once is in {@code orders}, what waited for that still waits there. */
public record PlacedList(OrderList list, List<Placed> orders) {}
