package dev.capstan.kit.outbox.relay;

import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.outbox.OutboxRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which buckets are this process's, as far as the database has promised.
 *
 * <p>Time is the database's clock; here only the time since we asked counts, and a lease is trusted for less than it was given, so a
 * process that was stopped for a while finds its leases run out before it sends anything.
 */
final class BucketLeases {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final String owner;
    private final Duration lease;

    /** Fence by bucket. */
    private volatile Map<Integer, Long> held = Map.of();

    private volatile long trustedUntilNanos = System.nanoTime();

    BucketLeases(JdbcClient jdbc, Transactions transactions, String owner, Duration lease) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.owner = owner;
        this.lease = lease;
    }

    /** Fence by bucket, empty when the leases may have run out. */
    Map<Integer, Long> held() {
        return System.nanoTime() - trustedUntilNanos < 0 ? held : Map.of();
    }

    /**
     * Takes what an earlier life of this instance held; its leases are ours without waiting.
     *
     * @return the buckets taken
     */
    Set<Integer> takeOwn() {
        return take("owner = :owner", OutboxRow.BUCKETS);
    }

    /**
     * Renews what is held and takes what is free, up to a fair share.
     *
     * @return the buckets newly taken
     */
    Set<Integer> renew() {
        long asked = System.nanoTime();
        Map<Integer, Long> kept = transactions.call(() -> {
            announce();
            return renewed();
        });
        held = kept;
        trustedUntilNanos = asked + lease.toNanos() * 9 / 10;
        int room = fairShare() - kept.size();
        return room > 0 ? take("lease_until < now()", room) : Set.of();
    }

    /** How many buckets each living relay should hold. */
    int fairShare() {
        long relays = jdbc.sql("SELECT count(*) FROM outbox_relay WHERE alive_until > now()")
                .query(Long.class)
                .single();
        return Math.toIntExact(Math.ceilDiv(OutboxRow.BUCKETS, Math.max(1, relays)));
    }

    /** Lets go of buckets whose rows in flight are settled, so that others need not wait. */
    void release(Set<Integer> buckets) {
        Map<Integer, Long> rest = new HashMap<>(held);
        rest.keySet().removeAll(buckets);
        held = Map.copyOf(rest);
        jdbc.sql("""
                        UPDATE outbox_bucket SET owner = NULL, lease_until = '-infinity'
                         WHERE owner = :owner AND bucket = ANY(:buckets)
                        """)
                .param("owner", owner)
                .param("buckets", buckets.toArray(Integer[]::new))
                .update();
    }

    /** The end of an orderly life. */
    void leave() {
        release(held.keySet());
        jdbc.sql("DELETE FROM outbox_relay WHERE owner = :owner")
                .param("owner", owner)
                .update();
    }

    private void announce() {
        jdbc.sql("""
                        INSERT INTO outbox_relay (owner, alive_until) VALUES (:owner, now() + make_interval(secs => :lease))
                        ON CONFLICT (owner) DO UPDATE SET alive_until = EXCLUDED.alive_until
                        """).param("owner", owner).param("lease", seconds()).update();
    }

    private Map<Integer, Long> renewed() {
        Map<Integer, Long> mine = held;
        Map<Integer, Long> kept = new HashMap<>();
        jdbc.sql("""
                        UPDATE outbox_bucket b SET lease_until = now() + make_interval(secs => :lease)
                          FROM unnest(:buckets::int[], :fences::bigint[]) AS mine (bucket, fence)
                         WHERE b.bucket = mine.bucket AND b.fence = mine.fence AND b.owner = :owner
                        RETURNING b.bucket, b.fence
                        """)
                .param("lease", seconds())
                .param("buckets", mine.keySet().toArray(Integer[]::new))
                .param("fences", mine.values().toArray(Long[]::new))
                .param("owner", owner)
                .query((row, _) -> kept.put(row.getInt("bucket"), row.getLong("fence")))
                .list();
        return Map.copyOf(kept);
    }

    /** Skips rows that another relay is about to take; they are buckets, never messages. */
    private Set<Integer> take(String which, int most) {
        long asked = System.nanoTime();
        Map<Integer, Long> taken = new TreeMap<>();
        jdbc.sql("""
                        UPDATE outbox_bucket SET owner = :owner, fence = fence + 1,
                               lease_until = now() + make_interval(secs => :lease)
                         WHERE bucket IN (SELECT bucket FROM outbox_bucket WHERE %s ORDER BY bucket LIMIT :most
                                             FOR UPDATE SKIP LOCKED)
                        RETURNING bucket, fence
                        """.formatted(which))
                .param("owner", owner)
                .param("lease", seconds())
                .param("most", most)
                .query((row, _) -> taken.put(row.getInt("bucket"), row.getLong("fence")))
                .list();
        Map<Integer, Long> all = new HashMap<>(held);
        all.putAll(taken);
        if (held.isEmpty()) {
            trustedUntilNanos = asked + lease.toNanos() * 9 / 10;
        }
        held = Map.copyOf(all);
        return taken.keySet();
    }

    private double seconds() {
        return lease.toMillis() / 1000.0;
    }
}
