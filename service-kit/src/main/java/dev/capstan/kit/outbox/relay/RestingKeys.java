package dev.capstan.kit.outbox.relay;

import dev.capstan.kit.outbox.OutboxRow;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys whose oldest record Kafka will not take. Their later records wait behind it, all other keys go on. */
final class RestingKeys {

    private static final Duration REST = Duration.ofSeconds(5);

    private final Map<String, Long> untilNanos = new ConcurrentHashMap<>();

    void rest(OutboxRow row) {
        untilNanos.put(orderedBy(row), System.nanoTime() + REST.toNanos());
    }

    boolean contains(OutboxRow row) {
        return untilNanos.containsKey(orderedBy(row));
    }

    /** Those whose rest is not over; the others may be tried again. */
    Collection<String> now() {
        untilNanos.values().removeIf(until -> System.nanoTime() - until >= 0);
        return List.copyOf(untilNanos.keySet());
    }

    int count() {
        return untilNanos.size();
    }

    private static String orderedBy(OutboxRow row) {
        return row.topic() + "\n" + row.key();
    }
}
