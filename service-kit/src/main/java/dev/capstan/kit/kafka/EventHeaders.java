package dev.capstan.kit.kafka;

import dev.capstan.kit.correlation.Correlation;
import dev.capstan.kit.json.InstantText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents in Kafka's binary mode: the payload is the value, everything about it a header. */
public final class EventHeaders {

    private static final String ID = "ce_id";
    private static final String TYPE = "ce_type";
    private static final String TIME = "ce_time";

    private EventHeaders() {}

    /**
     * Writes the headers of an event.
     *
     * @param source the service that says it
     */
    public static void write(
            Headers headers,
            UUID eventId,
            String type,
            String source,
            Instant occurredAt,
            @Nullable String correlationId) {
        put(headers, "ce_specversion", "1.0");
        put(headers, ID, eventId.toString());
        put(headers, TYPE, type);
        put(headers, "ce_source", "/" + source);
        put(headers, TIME, InstantText.of(occurredAt));
        put(headers, "content-type", "application/json");
        if (correlationId != null) {
            put(headers, Correlation.KAFKA_HEADER, correlationId);
        }
    }

    public static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    public static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /**
     * The event's identity.
     *
     * @throws IllegalArgumentException when there is none, so that the record cannot be recognised when it comes again
     */
    public static UUID eventId(Headers headers) {
        return UUID.fromString(
                text(headers, ID).orElseThrow(() -> new IllegalArgumentException("expected header ce_id")));
    }

    /**
     * When it happened.
     *
     * @throws IllegalArgumentException when it is missing or no instant
     */
    public static Instant occurredAt(Headers headers) {
        return InstantText.parse(
                text(headers, TIME).orElseThrow(() -> new IllegalArgumentException("expected header ce_time")));
    }

    /** What the sender was doing, if it said so in a form we accept. */
    public static @Nullable String correlationId(Headers headers) {
        return text(headers, Correlation.KAFKA_HEADER)
                .filter(Correlation::isAcceptable)
                .orElse(null);
    }
}
