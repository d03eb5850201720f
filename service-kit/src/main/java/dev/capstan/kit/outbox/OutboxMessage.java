package dev.capstan.kit.outbox;

import dev.capstan.kit.tracing.Origin;
import java.time.Instant;
import java.util.UUID;

/**
 * One record to publish.
 *
 * @param topic a constant of {@code Topics}
 * @param key Kafka key; records of one key are sent in the order their transactions committed, provided each transaction held the
 *     key's row lock before it appended
 * @param eventId becomes {@code ce_id}; consumers deduplicate on it
 * @param type becomes {@code ce_type}, e.g. {@code OrderFilled.v1}
 * @param payload a contract record, serialised at once, or a {@code byte[]} where the sender has its bytes already; what is stored is exactly
 *     what is sent
 * @param origin what was current where the message was made, which need not be the thread that stores it
 * @param canWait whether it may wait for the next look of the relay, which comes with the next record that cannot, or within half a second;
 *     for what is usually followed at once by something that matters more, so that both leave in one request
 */
public record OutboxMessage(
        String topic,
        String key,
        UUID eventId,
        String type,
        Instant occurredAt,
        Object payload,
        Origin origin,
        boolean canWait) {

    /** What the current thread makes. */
    public OutboxMessage(
            String topic, String key, UUID eventId, String type, Instant occurredAt, Object payload, boolean canWait) {
        this(topic, key, eventId, type, occurredAt, payload, Origin.current(), canWait);
    }

    /** A record that leaves at once. */
    public OutboxMessage(String topic, String key, UUID eventId, String type, Instant occurredAt, Object payload) {
        this(topic, key, eventId, type, occurredAt, payload, false);
    }
}
