package dev.capstan.kit.consumer;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.jdbc.RoundTrip;
import java.util.function.BooleanSupplier;

/** How far a consumer has applied each numbered stream. */
public interface StreamPositions {

    /** Last applied number, 0 when none. */
    long lastApplied(String consumerName, StreamKey key);

    /** Whether the key is parked, so that what was computed from it is not current. */
    boolean isParked(String consumerName, StreamKey key);

    /** Whether a gap has stood open, or records are known to have waited, for more than 10 s. A moment is the usual state of affairs. */
    boolean isBehind(String consumerName, StreamKey key);

    /** The same, asked together with other questions; to be read when {@code trip} was sent. */
    default BooleanSupplier isBehind(String consumerName, StreamKey key, RoundTrip trip) {
        return () -> isBehind(consumerName, key);
    }

    /**
     * Forgets and re-reads: sets the position of {@code key} to zero in the current transaction. Used by a rebuild, which clears the
     * consumer's own figures of the key in the same transaction.
     */
    void rewind(String consumerName, StreamKey key);

    /** Applies everything execution has for {@code key} beyond the last applied number; returns the last number then applied. */
    long catchUp(String consumerName, StreamKey key);

    /** Tries a parked key again from its last applied number. Returns true when it is no longer parked. */
    boolean unpark(String consumerName, StreamKey key);
}
