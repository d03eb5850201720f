package dev.capstan.kit.consumer;

import java.time.Instant;
import java.util.UUID;

/**
 * Applies the events of a topic without numbers, each once, by an inbox row in the effect's transaction. A bean of this type is a
 * running work consumer.
 *
 * @param <T> the contract record of the topic
 */
public interface EventHandler<T> {

    /** Kafka group and key of the inbox rows. Never changes. */
    String consumerName();

    String topic();

    Class<T> payloadType();

    /** Books the effect, in the caller's transaction. Called at most once with effect for each {@code eventId}. */
    void apply(T payload, UUID eventId, Instant occurredAt);
}
