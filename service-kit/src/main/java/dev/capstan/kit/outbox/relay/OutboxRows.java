package dev.capstan.kit.outbox.relay;

import dev.capstan.kit.jdbc.LaterDurable;
import dev.capstan.kit.outbox.OutboxRow;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox table as the relay sees it. */
final class OutboxRows {

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    OutboxRows(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /**
     * The oldest rows of {@code buckets}.
     *
     * @param known ids to leave out, because they are on their way
     * @param resting topics and keys to leave out
     */
    List<OutboxRow> next(Collection<Integer> buckets, Collection<Long> known, Collection<String> resting, int limit) {
        return jdbc.sql("""
                        SELECT id, bucket, topic, key, event_id, type, occurred_at, correlation_id, trace_parent, payload,
                               extra_headers, created_at
                          FROM outbox
                         WHERE bucket = ANY(:buckets::smallint[]) AND id <> ALL(:known)
                           AND (cardinality(:resting::text[]) = 0 OR topic || chr(10) || key <> ALL(:resting))
                         ORDER BY id
                         LIMIT :limit
                        """)
                .param("buckets", buckets.toArray(Integer[]::new))
                .param("known", known.toArray(Long[]::new))
                .param("resting", resting.toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> new OutboxRow(
                        row.getLong("id"),
                        row.getInt("bucket"),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getObject("event_id", UUID.class),
                        row.getString("type"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        row.getString("correlation_id"),
                        row.getString("trace_parent"),
                        row.getBytes("payload"),
                        headers(row.getString("extra_headers")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Map<String, String> headers(@Nullable String text) {
        return text == null ? Map.of() : mapper.readValue(text, new TypeReference<Map<String, String>>() {});
    }

    /**
     * Deletes acknowledged rows whose bucket has not changed hands since they were read; the others are the new owner's.
     *
     * <p>Later durable: a delete that is lost is a row that is sent again. Deletes are lost from the last one back, so what comes again of a
     * key is its end, in order.
     */
    void delete(List<InFlight.Sent> sent) {
        jdbc.sql("""
                        DELETE FROM outbox o
                         USING unnest(:ids::bigint[], :buckets::int[], :fences::bigint[]) AS sent (id, bucket, fence),
                               outbox_bucket b, %s
                         WHERE o.id = sent.id AND b.bucket = sent.bucket AND b.fence = sent.fence
                        """.formatted(LaterDurable.FROM_ITEM))
                .param("ids", sent.stream().map(InFlight.Sent::id).toArray(Long[]::new))
                .param("buckets", sent.stream().map(one -> one.row().bucket()).toArray(Integer[]::new))
                .param("fences", sent.stream().map(InFlight.Sent::fence).toArray(Long[]::new))
                .update();
    }

    Backlog backlog() {
        return jdbc.sql("""
                        SELECT count(*) AS pending,
                               coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0) AS age
                          FROM outbox
                        """)
                .query((row, _) -> new Backlog(row.getLong("pending"), row.getDouble("age")))
                .single();
    }

    /** How much waits, and for how long the oldest has. */
    record Backlog(long pending, double oldestAgeSeconds) {}
}
