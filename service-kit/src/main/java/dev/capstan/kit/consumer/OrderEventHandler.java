package dev.capstan.kit.consumer;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import java.util.List;

/**
 * Applies the numbered order events of every key, each once and in order. A bean of this type is a running work consumer.
 *
 * <p>The kit keeps the last applied number per key in table {@code stream_position} and moves it in the transaction in which {@link
 * #applyAll} runs, so a crash anywhere repeats or keeps both. Repeats are skipped before the call; a gap is filled from execution first.
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

    /**
     * Books the effects of several events in the caller's transaction; the kit calls nothing else. What is stored afterwards must be what
     * {@link #apply} of one after the other would store, because how a stream is cut into batches is chance: a replay cuts it elsewhere.
     *
     * @param batch at least one; consecutive numbers of one key, none of them applied before
     * @throws EventRuleViolation when one of them contradicts a rule; nothing of the batch counts then, and each is handed over again alone
     *     to find out which
     */
    default void applyAll(List<Delivered> batch) {
        batch.forEach(one -> one.correlated(() -> apply(one.event())));
    }

    /**
     * Whether the event has an effect here at all. A batch without one only moves the position, with one statement and without a call.
     */
    default boolean concerns(OrderEvent event) {
        return true;
    }

    /** Told inside the transaction that parks or un-parks {@code key}; the place to mark figures stale. */
    default void parkingChanged(StreamKey key, boolean parked) {}
}
