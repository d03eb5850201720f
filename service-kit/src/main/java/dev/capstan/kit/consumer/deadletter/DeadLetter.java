package dev.capstan.kit.consumer.deadletter;

import java.time.Instant;
import java.util.Map;

/**
 * A record that was put aside.
 *
 * @param key empty when the record had none
 * @param headers those with text
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DeadLetter(
        long id,
        String consumer,
        String topic,
        int partition,
        long offset,
        String key,
        Map<String, String> headers,
        byte[] payload,
        String reason,
        Instant recordedAt) {

    public DeadLetter {
        headers = Map.copyOf(headers);
    }
}
