package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.execution.order.domain.Order;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Orders that this replica knows the venue has more to say about than it could book. In memory: after a crash the reconciliation at the
 * start of the session asks about all of them anyway.
 */
public final class OrdersToQuery {

    private final Set<OrderId> orders = ConcurrentHashMap.newKeySet();

    private volatile Runnable whenAdded = () -> {};

    /** Tells whoever asks the venue that there is something to ask. */
    public void listen(Runnable listener) {
        whenAdded = listener;
    }

    void add(Order order) {
        orders.add(order.id());
        whenAdded.run();
    }

    void done(OrderId orderId) {
        orders.remove(orderId);
    }

    Set<OrderId> all() {
        return Set.copyOf(orders);
    }
}
