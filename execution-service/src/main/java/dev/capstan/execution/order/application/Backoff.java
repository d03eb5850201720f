package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.OrderId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each order is looked at next: after the first pause, 1, 2, 5 s and then every 5 s. In memory: a new owner begins again at once. */
final class Backoff {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final Duration first;
    private final Map<OrderId, Tries> tries = new ConcurrentHashMap<>();

    /**
     * Pauses that grow.
     *
     * @param first before the first look
     */
    Backoff(Duration first) {
        this.first = first;
    }

    /** Whether it is this order's turn; if so, the turn is taken and the next one set. */
    boolean takeTurn(OrderId orderId) {
        long now = System.nanoTime();
        Tries before = tries.computeIfAbsent(orderId, id -> new Tries(0, now + first.toNanos()));
        return now - before.dueAt() >= 0 && tries.replace(orderId, before, before.next(now));
    }

    /** Forgets the orders that need no more looks. */
    void keepOnly(Collection<OrderId> orderIds) {
        tries.keySet().retainAll(orderIds);
    }

    private record Tries(int made, long dueAt) {

        Tries next(long now) {
            Duration pause = PAUSES.get(Math.min(made, PAUSES.size() - 1));
            return new Tries(made + 1, now + pause.toNanos());
        }
    }
}
