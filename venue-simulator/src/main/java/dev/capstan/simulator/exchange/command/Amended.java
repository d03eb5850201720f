package dev.capstan.simulator.exchange.command;

import dev.capstan.simulator.exchange.order.Amendment;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order that was made smaller.
 *
 * @param listOrders the orders of its list as they stand, empty when it stands alone
 */
public record Amended(
        Order order, Amendment amendment, @Nullable OrderList inList, List<Order> listOrders) {

    public Amended {
        listOrders = List.copyOf(listOrders);
    }

    /** The list that the order belongs to. */
    public Optional<OrderList> list() {
        return Optional.ofNullable(inList);
    }
}
