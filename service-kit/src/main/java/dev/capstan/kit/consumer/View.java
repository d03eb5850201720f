package dev.capstan.kit.consumer;

import java.util.Collection;
import java.util.Optional;

/**
 * What a compacted topic says now, read whole by every replica.
 *
 * @param <T> the contract record of the topic
 */
public interface View<T> {

    /** The newest state of {@code key} by version, stale or not. */
    Optional<T> get(String key);

    Collection<T> all();

    /** True once every partition was read past the end seen at the start; readiness waits for it. */
    boolean isComplete();

    /** True for a key never seen, or not republished for 90 s. */
    boolean isStale(String key);
}
