package dev.capstan.kit.consumer.stream;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.jdbc.LaterDurable;
import dev.capstan.kit.jdbc.RoundTrip;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code stream_position} of one consumer. */
final class PositionRows {

    private static final String BEHIND =
            "SELECT EXISTS (SELECT FROM stream_position WHERE consumer = ? AND stream_key = ? "
                    + "AND known_number > last_number AND updated_at < now() - make_interval(secs => ?))";

    private final JdbcOperations operations;
    private final JdbcClient jdbc;
    private final String consumer;

    PositionRows(JdbcOperations operations, String consumer) {
        this.operations = operations;
        this.jdbc = JdbcClient.create(operations);
        this.consumer = consumer;
    }

    /** As it stands, without waiting for anybody. */
    Position find(StreamKey key) {
        return select(key, "").stream().findFirst().orElse(Position.START);
    }

    /** Whether a gap stands open and nothing moved for {@code grace}: one that is just being filled moves. */
    boolean isBehindLongerThan(Duration grace, StreamKey key) {
        RoundTrip trip = new RoundTrip(operations);
        BooleanSupplier behind = isBehindLongerThan(grace, key, trip);
        trip.send();
        return behind.getAsBoolean();
    }

    BooleanSupplier isBehindLongerThan(Duration grace, StreamKey key, RoundTrip trip) {
        RoundTrip.Rows<Boolean> behind = trip.query(
                BEHIND, List.of(consumer, key.text(), (double) grace.toSeconds()), (row, index) -> row.getBoolean(1));
        return behind::only;
    }

    /** Keeps everybody else out of the key until the transaction ends. */
    Position lock(StreamKey key) {
        List<Position> rows = select(key, " FOR UPDATE");
        if (!rows.isEmpty()) {
            return rows.getFirst();
        }
        statement("""
                        INSERT INTO stream_position (consumer, stream_key) VALUES (:consumer, :key)
                        ON CONFLICT (consumer, stream_key) DO NOTHING
                        """, key).update();
        return select(key, " FOR UPDATE").getFirst();
    }

    private List<Position> select(StreamKey key, String lock) {
        return statement("""
                        SELECT last_number, known_number, parked_at IS NOT NULL AS parked
                          FROM stream_position WHERE consumer = :consumer AND stream_key = :key""" + lock, key).query((row, _) -> position(row)).list();
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(row.getLong("last_number"), row.getLong("known_number"), row.getBoolean("parked"));
    }

    /**
     * Moves from right before {@code first} to {@code last}; empty, and nothing done, when the key does not stand there or is parked.
     *
     * <p>Later durable: a move that is lost leaves a gap before the next event, without an effect to miss, and it is closed like any other.
     */
    Optional<Position> pass(StreamKey key, long first, long last) {
        return statement("""
                        UPDATE stream_position
                           SET last_number = :last, known_number = greatest(known_number, :last), updated_at = now()
                          FROM %s
                         WHERE consumer = :consumer AND stream_key = :key AND last_number = :before AND parked_at IS NULL
                        RETURNING last_number, known_number, false AS parked
                        """.formatted(LaterDurable.FROM_ITEM), key)
                .param("before", first - 1)
                .param("last", last)
                .query((row, _) -> position(row))
                .optional();
    }

    /** Under the lock. */
    void advance(StreamKey key, long last, long known) {
        statement("""
                        UPDATE stream_position
                           SET last_number = :last, known_number = greatest(known_number, :known, :last), updated_at = now()
                         WHERE consumer = :consumer AND stream_key = :key
                        """, key).param("last", last).param("known", known).update();
    }

    /** Under the lock: what was applied counts as heard of only. */
    void rewind(StreamKey key) {
        statement("""
                        UPDATE stream_position SET last_number = 0, updated_at = now()
                         WHERE consumer = :consumer AND stream_key = :key
                        """, key).update();
    }

    /** Under the lock. */
    void park(StreamKey key, long number, String reason) {
        statement("""
                        UPDATE stream_position
                           SET parked_at = coalesce(parked_at, now()), parked_number = :number, parked_reason = :reason,
                               known_number = greatest(known_number, :number), updated_at = now()
                         WHERE consumer = :consumer AND stream_key = :key
                        """, key).param("number", number).param("reason", reason).update();
    }

    /** Under the lock. */
    void unpark(StreamKey key) {
        statement("""
                        UPDATE stream_position
                           SET parked_at = NULL, parked_number = NULL, parked_reason = NULL, updated_at = now()
                         WHERE consumer = :consumer AND stream_key = :key
                        """, key).update();
    }

    long parkedCount() {
        return jdbc.sql("SELECT count(*) FROM stream_position WHERE consumer = :consumer AND parked_at IS NOT NULL")
                .param("consumer", consumer)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(String sql, StreamKey key) {
        return jdbc.sql(sql).param("consumer", consumer).param("key", key.text());
    }
}
