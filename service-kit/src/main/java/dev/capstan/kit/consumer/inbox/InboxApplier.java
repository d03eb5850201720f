package dev.capstan.kit.consumer.inbox;

import dev.capstan.kit.consumer.EventHandler;
import dev.capstan.kit.correlation.Correlation;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.kafka.EventHeaders;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Books one event once, in the caller's transaction. */
final class InboxApplier<T> {

    private final EventHandler<T> handler;
    private final JdbcClient jdbc;
    private final EventJson json;

    InboxApplier(EventHandler<T> handler, JdbcClient jdbc, EventJson json) {
        this.handler = handler;
        this.jdbc = jdbc;
        this.json = json;
    }

    String consumerName() {
        return handler.consumerName();
    }

    String topic() {
        return handler.topic();
    }

    /**
     * Applies the record; false when it was applied before.
     *
     * @throws RuntimeException when it cannot be read or the handler refuses it
     */
    boolean apply(Headers headers, byte[] payload) {
        UUID eventId = EventHeaders.eventId(headers);
        Instant occurredAt = EventHeaders.occurredAt(headers);
        T event = json.read(payload, handler.payloadType());
        if (!isNew(eventId)) {
            return false;
        }
        try (Correlation.Scope _ = Correlation.open(EventHeaders.correlationId(headers))) {
            handler.apply(event, eventId, occurredAt);
        }
        return true;
    }

    private boolean isNew(UUID eventId) {
        return jdbc.sql("INSERT INTO inbox (consumer, event_id) VALUES (:consumer, :event) ON CONFLICT DO NOTHING")
                        .param("consumer", handler.consumerName())
                        .param("event", eventId)
                        .update()
                > 0;
    }
}
