package dev.capstan.simulator.exchange.command;

import dev.capstan.simulator.exchange.order.OrderList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was canceled together: one order, or all that was open of a list. */
public record Cancellation(@Nullable OrderList canceledList, List<Canceled> orders) {

    public Cancellation {
        orders = List.copyOf(orders);
    }

    /** The list, if it was one. */
    public Optional<OrderList> list() {
        return Optional.ofNullable(canceledList);
    }
}
