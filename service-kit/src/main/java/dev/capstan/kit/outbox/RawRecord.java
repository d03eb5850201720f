package dev.capstan.kit.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A record whose bytes are given and not made, e.g. a copy of one that nobody could read.
 *
 * @param headers beside the standard ones; one of the same name replaces the standard one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawRecord(
        String topic,
        String key,
        UUID eventId,
        String type,
        Instant occurredAt,
        byte[] payload,
        Map<String, String> headers) {

    public RawRecord {
        headers = Map.copyOf(headers);
    }
}
