package dev.capstan.kit.outbox;

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
 * @param payload a contract record; serialised at once, the stored bytes are exactly what is sent
 */
public record OutboxMessage(String topic, String key, UUID eventId, String type, Instant occurredAt, Object payload) {}
