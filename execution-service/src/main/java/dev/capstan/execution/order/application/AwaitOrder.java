package dev.capstan.execution.order.application;

import dev.capstan.execution.order.domain.Order;
import java.time.Duration;
import java.util.function.Predicate;

/** Waits for an order to change: at once for changes that this replica commits, by looking for those of others. */
public final class AwaitOrder {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Orders orders;
    private final OrderSignals signals;

    public AwaitOrder(Orders orders, OrderSignals signals) {
        this.orders = orders;
        this.signals = signals;
    }

    /** Returns the order as soon as {@code enough} holds of it, or as it is after {@code atMost}. */
    public Order until(Order seen, Predicate<Order> enough, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        Order order = seen;
        while (!enough.test(order)) {
            try (OrderSignals.Waiter waiter = signals.waitFor(order.id())) {
                order = fresh(order);
                Duration left = Duration.ofNanos(end - System.nanoTime());
                if (enough.test(order) || !left.isPositive()) {
                    return order;
                }
                waiter.await(left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY);
            }
        }
        return order;
    }

    /** Returns at the next change, or after {@code atMost}. */
    public Order change(Order seen, Duration atMost) throws InterruptedException {
        return until(seen, order -> order.version() != seen.version(), atMost);
    }

    private Order fresh(Order order) {
        return orders.find(order.id()).orElse(order);
    }
}
