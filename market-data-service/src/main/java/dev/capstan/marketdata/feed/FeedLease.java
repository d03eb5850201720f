package dev.capstan.marketdata.feed;

import dev.capstan.marketdata.intake.FeedRight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which replica feeds, decided by one row and the database's clock. The owner also keeps the end of its lease by its own monotonic
 * clock, taken before it asked, so that it stops by itself, and not late, when it cannot renew or was paused.
 */
final class FeedLease implements FeedRight {

    static final Duration LENGTH = Duration.ofSeconds(10);
    static final Duration RENEWAL = Duration.ofSeconds(3);

    private static final String TAKE = """
            INSERT INTO feed_lease AS held (venue, owner, lease_until, connected, last_message_at, lag_millis,
                                            lag_p50_millis, lag_p95_millis, clock_offset_millis,
                                            ticks, candles, dropped_ticks, reconnects)
            VALUES (:venue, :owner, now() + CAST(:length AS interval), :connected, :lastMessageAt, :lagMillis,
                    :lagP50Millis, :lagP95Millis, :clockOffsetMillis,
                    :ticks, :candles, :droppedTicks, :reconnects)
            ON CONFLICT (venue) DO UPDATE SET
                owner = excluded.owner, lease_until = excluded.lease_until, connected = excluded.connected,
                last_message_at = excluded.last_message_at, lag_millis = excluded.lag_millis,
                lag_p50_millis = excluded.lag_p50_millis, lag_p95_millis = excluded.lag_p95_millis,
                clock_offset_millis = excluded.clock_offset_millis,
                ticks = excluded.ticks, candles = excluded.candles, dropped_ticks = excluded.dropped_ticks,
                reconnects = excluded.reconnects
            WHERE held.owner = excluded.owner OR held.lease_until <= now()""";

    private static final String RELEASE =
            "UPDATE feed_lease SET lease_until = now(), connected = false WHERE venue = :venue AND owner = :owner";

    private static final String READ = """
            SELECT owner, connected, last_message_at, lag_millis, lag_p50_millis, lag_p95_millis, clock_offset_millis, ticks, candles, dropped_ticks, reconnects,
                   lease_until > now() AS held
            FROM feed_lease WHERE venue = :venue""";

    /** What the row says: who feeds, and how it went when the owner last renewed. */
    record Standing(String owner, boolean held, FeedStatus status) {}

    private final JdbcClient jdbc;
    private final String venue;
    private final String owner;
    private volatile long heldUntilNanos = System.nanoTime();

    FeedLease(JdbcClient jdbc, String venue, String owner) {
        this.jdbc = jdbc;
        this.venue = venue;
        this.owner = owner;
    }

    /** Takes or renews the lease and leaves {@code status} for the others; false when another replica holds it. */
    boolean take(FeedStatus status) {
        long asked = System.nanoTime();
        Instant last = status.lastMessageAt();
        int taken = jdbc.sql(TAKE)
                .param("venue", venue)
                .param("owner", owner)
                .param("length", LENGTH.toString())
                .param("connected", status.connected())
                .param("lastMessageAt", last == null ? null : Timestamp.from(last))
                .param("lagMillis", status.lagMillis())
                .param("lagP50Millis", status.lagP50Millis())
                .param("lagP95Millis", status.lagP95Millis())
                .param("clockOffsetMillis", status.clockOffsetMillis())
                .param("ticks", status.ticks())
                .param("candles", status.candles())
                .param("droppedTicks", status.droppedTicks())
                .param("reconnects", status.reconnects())
                .update();
        heldUntilNanos = taken == 1 ? asked + LENGTH.toNanos() : asked;
        return taken == 1;
    }

    /** Whether this replica may feed at this moment. */
    @Override
    public boolean isHeld() {
        return System.nanoTime() - heldUntilNanos < 0;
    }

    /** Lets another replica take over at once. */
    void release() {
        heldUntilNanos = System.nanoTime();
        jdbc.sql(RELEASE).param("venue", venue).param("owner", owner).update();
    }

    Optional<Standing> standing() {
        return jdbc.sql(READ)
                .param("venue", venue)
                .query((row, _) -> standing(row))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        FeedStatus status = new FeedStatus(
                row.getBoolean("connected"),
                instant(row.getTimestamp("last_message_at")),
                row.getObject("lag_millis", Long.class),
                row.getObject("lag_p50_millis", Long.class),
                row.getObject("lag_p95_millis", Long.class),
                row.getObject("clock_offset_millis", Long.class),
                row.getLong("ticks"),
                row.getLong("candles"),
                row.getLong("dropped_ticks"),
                row.getLong("reconnects"));
        return new Standing(row.getString("owner"), row.getBoolean("held"), status);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
