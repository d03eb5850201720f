package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.execution.order.domain.Order;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders of the sessions we own that cannot be left alone, each looked at on a thread of its own, never twice at a time, with growing
 * pauses, and few together so that the venue's limits stay for new orders.
 */
public final class FollowUp {

    private static final Logger log = LoggerFactory.getLogger(FollowUp.class);
    private static final int TOGETHER = 8;

    private final String name;
    private final Consumer<Order> step;
    private final Backoff backoff;
    private final Semaphore places = new Semaphore(TOGETHER);
    private final Set<OrderId> running = ConcurrentHashMap.newKeySet();

    public FollowUp(String name, Duration firstPause, Consumer<Order> step) {
        this.name = name;
        this.backoff = new Backoff(firstPause);
        this.step = step;
    }

    /** Takes the next step with every order whose turn it is; orders that are not among them any more are forgotten. */
    void round(Collection<Order> orders) {
        backoff.keepOnly(orders.stream().map(Order::id).toList());
        orders.forEach(this::begin);
    }

    private void begin(Order order) {
        if (running.contains(order.id()) || !places.tryAcquire()) {
            return;
        }
        if (backoff.takeTurn(order.id()) && running.add(order.id())) {
            Thread.ofVirtual().name(name + "-" + order.terms().clientOrderId()).start(() -> run(order));
        } else {
            places.release();
        }
    }

    private void run(Order order) {
        try {
            step.accept(order);
        } catch (RuntimeException failed) {
            log.warn("{} of {} failed and is repeated: {}", name, order.id(), failed.toString());
        } finally {
            running.remove(order.id());
            places.release();
        }
    }
}
