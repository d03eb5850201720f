package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.execution.order.domain.Order;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Wakes whoever waits for the next change of an order, as soon as this replica commits one. Changes by others are found by looking. */
public final class OrderSignals {

    private final ConcurrentHashMap<OrderId, Set<CountDownLatch>> waiters = new ConcurrentHashMap<>();
    private final List<Consumer<Order>> listeners = new CopyOnWriteArrayList<>();

    /** Tells {@code listener} of every change that this replica commits; it must be quick. */
    public void listen(Consumer<Order> listener) {
        listeners.add(listener);
    }

    public void changed(Order order) {
        listeners.forEach(listener -> listener.accept(order));
        Set<CountDownLatch> latches = waiters.remove(order.id());
        if (latches != null) {
            latches.forEach(CountDownLatch::countDown);
        }
    }

    /** Opens before the caller looks at the order, so that a change between the look and the wait is not missed. */
    public Waiter waitFor(OrderId orderId) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.compute(orderId, (id, latches) -> {
            Set<CountDownLatch> set = latches == null ? ConcurrentHashMap.newKeySet() : latches;
            set.add(latch);
            return set;
        });
        return new Waiter(orderId, latch);
    }

    /** One wait. */
    public final class Waiter implements AutoCloseable {

        private final OrderId orderId;
        private final CountDownLatch latch;

        private Waiter(OrderId orderId, CountDownLatch latch) {
            this.orderId = orderId;
            this.latch = latch;
        }

        /** Whether the order changed since the wait began. */
        boolean isOver() {
            return latch.getCount() == 0;
        }

        /** Returns at the next change, or after {@code atMost}. */
        public void await(Duration atMost) throws InterruptedException {
            if (!latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                close();
            }
        }

        @Override
        public void close() {
            waiters.computeIfPresent(orderId, (id, latches) -> {
                latches.remove(latch);
                return latches.isEmpty() ? null : latches;
            });
        }
    }
}
