package dev.capstan.kit.outbox;

import dev.capstan.kit.correlation.Correlation;
import dev.capstan.kit.jdbc.RoundTrip;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.InstantText;
import dev.capstan.kit.tracing.Traces;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One statement per append, however many messages: each round trip would be paid while the key's row is locked. */
final class JdbcOutbox implements Outbox, RawRecords {

    /** Ordinality keeps the order of the list in the ids. */
    private static final String INSERT = """
            INSERT INTO outbox (bucket, topic, key, event_id, type, occurred_at, correlation_id, trace_parent, payload)
            SELECT bucket, topic, key, event_id, type, occurred_at, correlation_id, trace_parent, payload
              FROM unnest(?::smallint[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::bytea[])
                   WITH ORDINALITY
                   AS message (bucket, topic, key, event_id, type, occurred_at, correlation_id, trace_parent, payload, place)
             ORDER BY place
            """;

    private static final String INSERT_RAW = """
            INSERT INTO outbox
                   (bucket, topic, key, event_id, type, occurred_at, correlation_id, trace_parent, payload, extra_headers)
            VALUES (?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?)
            """;

    private final JdbcOperations jdbc;
    private final EventJson json;
    private final RelaySignal relay;
    private final AtomicLong appended = new AtomicLong();

    JdbcOutbox(JdbcOperations jdbc, EventJson json, RelaySignal relay) {
        this.jdbc = jdbc;
        this.json = json;
        this.relay = relay;
    }

    @Override
    public void append(List<OutboxMessage> messages) {
        RoundTrip trip = new RoundTrip(jdbc);
        append(messages, trip);
        trip.send();
    }

    @Override
    public void append(List<OutboxMessage> messages, RoundTrip trip) {
        requireTransaction();
        if (!messages.isEmpty()) {
            trip.update(INSERT, values(messages));
            appended.addAndGet(messages.size());
        }
        if (!messages.stream().allMatch(OutboxMessage::canWait)) {
            wakeAfterCommit();
        }
    }

    @Override
    public void append(RawRecord message) {
        requireTransaction();
        jdbc.update(
                INSERT_RAW,
                OutboxRow.bucketOf(message.key()),
                message.topic(),
                message.key(),
                message.eventId(),
                message.type(),
                InstantText.of(message.occurredAt()),
                Correlation.current(),
                Traces.current(),
                message.payload(),
                new String(json.write(message.headers()), StandardCharsets.UTF_8));
        appended.incrementAndGet();
        wakeAfterCommit();
    }

    /** How many records were ever appended here, of transactions that failed too. */
    long appended() {
        return appended.get();
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("expected a running transaction: the outbox shares the fate of the effect");
        }
    }

    private List<@Nullable Object> values(List<OutboxMessage> messages) {
        return Arrays.asList(
                column("smallint", messages, message -> (short) OutboxRow.bucketOf(message.key())),
                column("text", messages, OutboxMessage::topic),
                column("text", messages, OutboxMessage::key),
                column("uuid", messages, OutboxMessage::eventId),
                column("text", messages, OutboxMessage::type),
                column("timestamptz", messages, message -> InstantText.of(message.occurredAt())),
                column("text", messages, message -> message.origin().correlationId()),
                column("text", messages, message -> message.origin().traceParent()),
                new SqlArrayValue("bytea", (Object[]) payloads(messages)));
    }

    private byte[][] payloads(List<OutboxMessage> messages) {
        return messages.stream().map(message -> bytes(message.payload())).toArray(byte[][]::new);
    }

    private byte[] bytes(Object payload) {
        return payload instanceof byte[] ready ? ready : json.write(payload);
    }

    private static SqlArrayValue column(
            String type, List<OutboxMessage> messages, Function<OutboxMessage, @Nullable Object> value) {
        return new SqlArrayValue(type, messages.stream().map(value).toArray());
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.wake();
            }
        });
    }
}
