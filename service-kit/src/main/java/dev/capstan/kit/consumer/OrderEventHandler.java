package dev.capstan.kit.consumer;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;

/**
 * Applies the numbered order events of every key, each once and in order. A bean of this type is a running work consumer.
 *
 * <p>The kit keeps the last applied number per key in table {@code stream_position} and moves it in the transaction in which {@link
 * #apply} runs, so a crash anywhere repeats or keeps both. Repeats are skipped before the call; a gap is filled from execution first.
 */
public interface OrderEventHandler {

    /** Kafka group and key of the stored positions, e.g. {@code portfolio-ledger}. Never changes. */
    String consumerName();

    /**
     * Books the effect, in the caller's transaction. Called with consecutive numbers per key.
     *
     * @throws EventRuleViolation when the event contradicts a rule; the key is parked if the event fetched from execution breaks it too
     */
    void apply(OrderEvent event);

    /** Told inside the transaction that parks or un-parks {@code key}; the place to mark figures stale. */
    default void parkingChanged(StreamKey key, boolean parked) {}
}
