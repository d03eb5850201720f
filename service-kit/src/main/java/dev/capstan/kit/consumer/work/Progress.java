package dev.capstan.kit.consumer.work;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far one member of a group has got. Written by its thread, read by any. */
final class Progress {

    /** Where nobody knows yet where the member stands. */
    private static final long NOT_PLACED = -1;

    private final AtomicLong applied = new AtomicLong();
    private volatile @Nullable Map<TopicPartition, Long> positions;

    /** It has no partitions at the moment, or not those it will have. */
    void leaves() {
        positions = null;
    }

    /**
     * It has these partitions; everything before its position in each has its effect.
     *
     * @param position where it stands, or null where that is not known yet
     */
    void stands(Set<TopicPartition> assigned, Function<TopicPartition, @Nullable Long> position) {
        Map<TopicPartition, Long> now = new HashMap<>();
        for (TopicPartition partition : assigned) {
            Long at = position.apply(partition);
            now.put(partition, at == null ? NOT_PLACED : at);
        }
        positions = Map.copyOf(now);
    }

    void applied(int records) {
        applied.addAndGet(records);
    }

    long applied() {
        return applied.get();
    }

    /** Whether it must be asked again where it stands. */
    boolean isPlaced() {
        Map<TopicPartition, Long> now = positions;
        return now != null && !now.containsValue(NOT_PLACED);
    }

    Set<TopicPartition> partitions() {
        Map<TopicPartition, Long> now = positions;
        return now == null ? Set.of() : now.keySet();
    }

    /** How many records lie between here and the ends; one for not being in the group, and for each partition not placed yet. */
    long behind(ToLongFunction<TopicPartition> end) {
        Map<TopicPartition, Long> now = positions;
        if (now == null) {
            return 1;
        }
        return now.entrySet().stream()
                .mapToLong(at ->
                        at.getValue() == NOT_PLACED ? 1 : Math.max(0, end.applyAsLong(at.getKey()) - at.getValue()))
                .sum();
    }
}
