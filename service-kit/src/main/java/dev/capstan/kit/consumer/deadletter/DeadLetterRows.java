package dev.capstan.kit.consumer.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code dead_letter}. */
public final class DeadLetterRows {

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    DeadLetterRows(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /** False when the record is here already. */
    boolean insert(
            String consumer, ConsumerRecord<String, byte[]> message, Map<String, String> headers, String reason) {
        return jdbc.sql("""
                                INSERT INTO dead_letter
                                       (consumer, topic, topic_partition, record_offset, key, headers, payload, reason)
                                VALUES (:consumer, :topic, :partition, :offset, :key, :headers, :payload, :reason)
                                ON CONFLICT (consumer, topic, topic_partition, record_offset) DO NOTHING
                                """)
                        .param("consumer", consumer)
                        .param("topic", message.topic())
                        .param("partition", message.partition())
                        .param("offset", message.offset())
                        .param("key", Objects.requireNonNullElse(message.key(), ""))
                        .param("headers", mapper.writeValueAsString(headers))
                        .param("payload", DeadLetters.payloadOf(message))
                        .param("reason", reason)
                        .update()
                > 0;
    }

    /**
     * Keeps others out of the key until the transaction ends, then says whether it is held back. Two statements, because the second must
     * see what whoever held the lock before has committed.
     */
    public boolean lockAndIsHeldBack(String consumer, String topic, String key) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:subject, 0))::text")
                .param("subject", consumer + "\n" + topic + "\n" + key)
                .query(String.class)
                .optional();
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM dead_letter
                                        WHERE consumer = :consumer AND topic = :topic AND key = :key)
                        """)
                .param("consumer", consumer)
                .param("topic", topic)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** Oldest first, from {@code afterId} on. */
    List<DeadLetter> list(Filter filter, long afterId, int limit) {
        return where(filter, " AND id > :after ORDER BY id LIMIT :limit")
                .param("after", afterId)
                .param("limit", limit)
                .query((row, _) -> deadLetter(row))
                .list();
    }

    Optional<DeadLetter> find(long id) {
        return jdbc.sql("SELECT * FROM dead_letter WHERE id = :id")
                .param("id", id)
                .query((row, _) -> deadLetter(row))
                .optional();
    }

    public void delete(long id) {
        jdbc.sql("DELETE FROM dead_letter WHERE id = :id").param("id", id).update();
    }

    public void failedAgain(long id, String reason) {
        jdbc.sql("UPDATE dead_letter SET reason = :reason WHERE id = :id")
                .param("id", id)
                .param("reason", reason)
                .update();
    }

    private JdbcClient.StatementSpec where(Filter filter, String rest) {
        return jdbc.sql("""
                        SELECT * FROM dead_letter
                         WHERE (:consumer = '' OR consumer = :consumer) AND (:topic = '' OR topic = :topic)
                           AND (:key = '' OR key = :key)""" + rest)
                .param("consumer", filter.consumer())
                .param("topic", filter.topic())
                .param("key", filter.key());
    }

    private DeadLetter deadLetter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("consumer"),
                row.getString("topic"),
                row.getInt("topic_partition"),
                row.getLong("record_offset"),
                row.getString("key"),
                mapper.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
                row.getBytes("payload"),
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /** Empty text means any. */
    record Filter(String consumer, String topic, String key) {}
}
