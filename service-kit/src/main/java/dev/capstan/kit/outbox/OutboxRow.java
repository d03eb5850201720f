package dev.capstan.kit.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored record as it will be sent.
 *
 * @param id rises in commit order within a key
 * @param bucket share of the keys it belongs to
 * @param traceParent what its transaction was part of, see {@link dev.capstan.kit.tracing.Traces}
 * @param extraHeaders beside or instead of the standard ones
 */
@SuppressWarnings("ArrayRecordComponent") // rows are never compared, and a copy of the bytes would only cost
public record OutboxRow(
        long id,
        int bucket,
        String topic,
        String key,
        UUID eventId,
        String type,
        Instant occurredAt,
        @Nullable String correlationId,
        @Nullable String traceParent,
        byte[] payload,
        Map<String, String> extraHeaders,
        Instant createdAt) {

    public OutboxRow {
        extraHeaders = Map.copyOf(extraHeaders);
    }

    /** Number of shares; fixed, because a key's share must never change. */
    public static final int BUCKETS = 32;

    /** The share of {@code key}, by the hash that {@link String} has promised since its first version. */
    public static int bucketOf(String key) {
        return Math.floorMod(key.hashCode(), BUCKETS);
    }
}
