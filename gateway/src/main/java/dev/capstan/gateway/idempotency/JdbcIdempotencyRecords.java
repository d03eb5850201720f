package dev.capstan.gateway.idempotency;

import dev.capstan.gateway.forwarding.Body;
import dev.capstan.kit.jdbc.LaterDurable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows in PostgreSQL. A row without a status is a claim, held until {@code lease_until}; a row with one is an answer. Only the
 * database's clock counts, so gateways need not agree on the time.
 */
@Repository
class JdbcIdempotencyRecords implements IdempotencyRecords {

    /** One statement decides: the primary key lets one of many inserts win, and the row lock lets one of many take-overs win. */
    private static final String CLAIM = """
            INSERT INTO idempotency_record AS known
                (subject, idempotency_key, fingerprint, fence, lease_until, expires_at)
            VALUES (:subject, :key, :fingerprint, nextval('idempotency_fence'),
                    now() + CAST(:lease AS interval), now() + CAST(:retention AS interval))
            ON CONFLICT (subject, idempotency_key) DO UPDATE SET
                fingerprint = excluded.fingerprint, fence = excluded.fence, lease_until = excluded.lease_until,
                expires_at = excluded.expires_at, status = NULL, content_type = NULL, location = NULL,
                entity_tag = NULL, body = NULL
            WHERE known.lease_until <= now()
              AND (known.expires_at <= now()
                   OR (known.status IS NULL AND known.fingerprint = excluded.fingerprint))
            RETURNING fence""";

    private static final String READ = """
            SELECT fingerprint, status, content_type, location, entity_tag, body,
                   greatest(extract(epoch FROM lease_until - now()) * 1000, 0)::bigint AS remaining_millis
            FROM idempotency_record WHERE subject = :subject AND idempotency_key = :key""";

    /**
     * Later durable, as giving a claim back is: a lost answer leaves the claim, which is durable, to its lease, and a repeat after it is a call
     * that the service recognises by the key. So it is when this process dies here.
     */
    private static final String STORE = """
            UPDATE idempotency_record
            SET status = :status, content_type = :contentType, location = :location, entity_tag = :entityTag,
                body = :body, lease_until = now()
            FROM %s
            WHERE subject = :subject AND idempotency_key = :key AND fence = :fence AND status IS NULL""".formatted(LaterDurable.FROM_ITEM);

    private static final String RELEASE = """
            UPDATE idempotency_record SET lease_until = now()
            FROM %s
            WHERE subject = :subject AND idempotency_key = :key AND fence = :fence AND status IS NULL""".formatted(LaterDurable.FROM_ITEM);

    private static final String PURGE = """
            DELETE FROM idempotency_record WHERE (subject, idempotency_key) IN (
                SELECT subject, idempotency_key FROM idempotency_record
                WHERE expires_at <= now() AND lease_until <= now()
                ORDER BY expires_at LIMIT :limit FOR UPDATE SKIP LOCKED)""";

    /** A row may be purged between the refused claim and the look at it; then the claim is simply tried again. */
    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final IdempotencySettings settings;

    JdbcIdempotencyRecords(JdbcClient jdbc, IdempotencySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public Claim claim(CallId callId, Fingerprint fingerprint, Duration lease) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Claim> claim = granted(callId, fingerprint, lease).or(() -> refused(callId, fingerprint));
            if (claim.isPresent()) {
                return claim.get();
            }
        }
        return new Claim.InFlight(Duration.ZERO);
    }

    private Optional<Claim> granted(CallId callId, Fingerprint fingerprint, Duration lease) {
        return jdbc.sql(CLAIM)
                .param("subject", callId.subject())
                .param("key", callId.key().text())
                .param("fingerprint", fingerprint.hex())
                .param("lease", lease.toString())
                .param("retention", settings.retention().toString())
                .query(Long.class)
                .optional()
                .map(fence -> new Claim.Granted(callId, fence));
    }

    private Optional<Claim> refused(CallId callId, Fingerprint fingerprint) {
        return jdbc.sql(READ)
                .param("subject", callId.subject())
                .param("key", callId.key().text())
                .query((row, number) -> standing(row, fingerprint))
                .optional();
    }

    private static Claim standing(ResultSet row, Fingerprint fingerprint) throws SQLException {
        if (!fingerprint.hex().equals(row.getString("fingerprint"))) {
            return new Claim.Reused();
        }
        int status = row.getInt("status");
        if (row.wasNull()) {
            return new Claim.InFlight(Duration.ofMillis(row.getLong("remaining_millis")));
        }
        return new Claim.Answered(new StoredAnswer(
                status,
                row.getString("content_type"),
                row.getString("location"),
                row.getString("entity_tag"),
                Body.of(row.getBytes("body"))));
    }

    @Override
    public boolean store(Claim.Granted claim, StoredAnswer answer) {
        return withClaim(STORE, claim)
                        .param("status", answer.status())
                        .param("contentType", answer.contentType())
                        .param("location", answer.location())
                        .param("entityTag", answer.entityTag())
                        .param("body", answer.body().bytes())
                        .update()
                == 1;
    }

    @Override
    public void release(Claim.Granted claim) {
        withClaim(RELEASE, claim).update();
    }

    private JdbcClient.StatementSpec withClaim(String sql, Claim.Granted claim) {
        return jdbc.sql(sql)
                .param("subject", claim.callId().subject())
                .param("key", claim.callId().key().text())
                .param("fence", claim.fence());
    }

    @Override
    public int purge(int limit) {
        return jdbc.sql(PURGE).param("limit", limit).update();
    }
}
