package dev.capstan.kit.outbox;

import dev.capstan.kit.correlation.Correlation;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.InstantText;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One statement per append, however many messages: each round trip would be paid while the key's row is locked. */
final class JdbcOutbox implements Outbox, RawRecords {

    /** Ordinality keeps the order of the list in the ids. */
    private static final String INSERT = """
            INSERT INTO outbox (bucket, topic, key, event_id, type, occurred_at, correlation_id, payload)
            SELECT bucket, topic, key, event_id, type, occurred_at, ?, payload
              FROM unnest(?::smallint[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::bytea[])
                   WITH ORDINALITY AS message (bucket, topic, key, event_id, type, occurred_at, payload, place)
             ORDER BY place
            """;

    private static final String INSERT_RAW = """
            INSERT INTO outbox
                   (bucket, topic, key, event_id, type, occurred_at, correlation_id, payload, extra_headers)
            VALUES (?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?)
            """;

    private final JdbcOperations jdbc;
    private final EventJson json;
    private final RelaySignal relay;

    JdbcOutbox(JdbcOperations jdbc, EventJson json, RelaySignal relay) {
        this.jdbc = jdbc;
        this.json = json;
        this.relay = relay;
    }

    @Override
    public void append(List<OutboxMessage> messages) {
        requireTransaction();
        if (messages.isEmpty()) {
            return;
        }
        jdbc.update(connection -> insert(connection, messages));
        wakeAfterCommit();
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
                message.payload(),
                new String(json.write(message.headers()), StandardCharsets.UTF_8));
        wakeAfterCommit();
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("expected a running transaction: the outbox shares the fate of the effect");
        }
    }

    private PreparedStatement insert(Connection connection, List<OutboxMessage> messages) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.setString(1, Correlation.current());
        column(insert, 2, "smallint", messages, message -> (short) OutboxRow.bucketOf(message.key()));
        column(insert, 3, "text", messages, OutboxMessage::topic);
        column(insert, 4, "text", messages, OutboxMessage::key);
        column(insert, 5, "uuid", messages, OutboxMessage::eventId);
        column(insert, 6, "text", messages, OutboxMessage::type);
        column(insert, 7, "timestamptz", messages, message -> InstantText.of(message.occurredAt()));
        byte[][] payloads =
                messages.stream().map(message -> json.write(message.payload())).toArray(byte[][]::new);
        insert.setArray(8, connection.createArrayOf("bytea", payloads));
        return insert;
    }

    private static void column(
            PreparedStatement insert,
            int index,
            String type,
            List<OutboxMessage> messages,
            Function<OutboxMessage, Object> value)
            throws SQLException {
        Object[] values = messages.stream().map(value).toArray();
        insert.setArray(index, insert.getConnection().createArrayOf(type, values));
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
