package dev.capstan.backtest.run.adapter.postgres;

import dev.capstan.backtest.run.application.Runs;
import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunFailure;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunState;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.json.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The queue is a table: whoever wants a run locks the first that nobody else has locked just now, so claimers never wait for each other
 * and never get the same. All times are the database's.
 */
@Repository
class JdbcRuns implements Runs {

    private static final String SELECT = "SELECT " + RunRows.COLUMNS + " FROM backtest_runs WHERE ";

    private static final String NEXT = SELECT + """
            state = 'PENDING' AND (deadline IS NULL OR deadline > now())
             ORDER BY priority DESC, created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED""";

    private static final String OVERDUE = SELECT + """
            state IN ('PENDING', 'RUNNING') AND (lease_until <= now() OR deadline <= now())
             ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED""";

    private static final String INSERT = """
            INSERT INTO backtest_runs (id, owner, idempotency_key, request_hash, spec, priority, time_limit_seconds, state, created_at)
            VALUES (:id, :owner, :key, :hash, CAST(:spec AS jsonb), :priority, :timeLimit, :state, :queuedAt)
            ON CONFLICT (owner, idempotency_key) DO NOTHING""";

    private static final String UPDATE = """
            UPDATE backtest_runs
               SET state = :state, attempt = :attempt, fence = :fence, worker = :worker, lease_until = :leaseUntil,
                   deadline = :deadline, candles_done = :done, candles_total = :total, started_at = :startedAt,
                   ended_at = :endedAt, failure = CAST(:failure AS jsonb), result = CAST(:result AS jsonb),
                   results_storage_key = :storageKey, updated_at = now()
             WHERE id = :id""";

    private static final String RENEW = """
            UPDATE backtest_runs
               SET candles_done = :done, candles_total = :total, lease_until = now() + CAST(:lease AS interval),
                   updated_at = now()
             WHERE id = :id AND fence = :fence AND state = 'RUNNING'""";

    private static final String GIVE_UP = """
            UPDATE backtest_runs
               SET state = 'FAILED', worker = NULL, lease_until = NULL, ended_at = now(), failure = CAST(:failure AS jsonb),
                   updated_at = now()
             WHERE id = :id AND state IN ('PENDING', 'RUNNING')""";

    private static final Logger LOG = LoggerFactory.getLogger(JdbcRuns.class);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final RunRows rows;

    JdbcRuns(JdbcClient jdbc, Transactions transactions, EventJson json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = new RunRows(json);
    }

    /** A row, and the time by which it was read. */
    private record Seen(BacktestRun run, Instant at) {}

    @Override
    public Started add(BacktestRun run, StartKey key) {
        int added = jdbc.sql(INSERT)
                .params(rows.all(run))
                .param("key", key.idempotencyKey())
                .param("hash", key.requestHash())
                .update();
        return added == 1
                ? new Started(run, key.requestHash())
                : startedWith(key.owner(), key.idempotencyKey()).orElseThrow();
    }

    @Override
    public Optional<Started> startedWith(String owner, String idempotencyKey) {
        return jdbc.sql(SELECT + "owner = :owner AND idempotency_key = :key")
                .param("owner", owner)
                .param("key", idempotencyKey)
                .query((row, _) -> new Started(rows.read(row), row.getString("request_hash")))
                .optional();
    }

    @Override
    public Optional<BacktestRun> find(String owner, RunId id) {
        return jdbc.sql(SELECT + "id = :id AND owner = :owner")
                .param("id", id.value())
                .param("owner", owner)
                .query((row, _) -> rows.read(row))
                .optional();
    }

    @Override
    public List<BacktestRun> of(String owner, @Nullable RunState state, @Nullable RunId before, int limit) {
        return jdbc.sql(SELECT + """
                        owner = :owner AND (CAST(:state AS text) IS NULL OR state = :state)
                           AND (CAST(:before AS uuid) IS NULL OR id < :before)
                         ORDER BY id DESC LIMIT :limit""")
                .param("owner", owner)
                .param("state", state == null ? null : state.name())
                .param("before", before == null ? null : before.value())
                .param("limit", limit)
                .query((row, _) -> rows.read(row))
                .list();
    }

    @Override
    public Optional<BacktestRun> claim(String worker, Duration lease) {
        try {
            return transactions.call(() ->
                    locked(jdbc.sql(NEXT)).map(seen -> stored(seen, (run, now) -> run.claimed(worker, now, lease))));
        } catch (UnreadableRunException e) {
            giveUp(e);
            return Optional.empty();
        }
    }

    @Override
    public Optional<BacktestRun> change(RunId id, Change change) {
        return transactions.call(
                () -> locked(jdbc.sql(SELECT + "id = :id FOR UPDATE").param("id", id.value()))
                        .map(seen -> stored(seen, change)));
    }

    @Override
    public Optional<BacktestRun> changeHeld(RunId id, long fence, Change change) {
        return transactions.call(
                () -> locked(jdbc.sql(SELECT + "id = :id AND fence = :fence AND state = 'RUNNING' FOR UPDATE")
                                .param("id", id.value())
                                .param("fence", fence))
                        .map(seen -> stored(seen, change)));
    }

    @Override
    public boolean renew(RunId id, long fence, BacktestRun.Progress progress, Duration lease) {
        return jdbc.sql(RENEW)
                        .param("id", id.value())
                        .param("fence", fence)
                        .param("done", progress.candles())
                        .param("total", progress.total())
                        .param("lease", lease.toString())
                        .update()
                == 1;
    }

    @Override
    public List<BacktestRun> settleOverdue() {
        try {
            return transactions.call(() -> jdbc.sql(OVERDUE).query((row, _) -> seen(row)).list().stream()
                    .map(seen -> stored(seen, BacktestRun::overdue))
                    .toList());
        } catch (UnreadableRunException e) {
            giveUp(e);
            return List.of();
        }
    }

    /** It would be the first of the queue for ever, and nobody would come to the ones behind it. */
    private void giveUp(UnreadableRunException unreadable) {
        LOG.error("backtest {} cannot be read and is FAILED", unreadable.id(), unreadable);
        jdbc.sql(GIVE_UP)
                .param("id", unreadable.id())
                .param(
                        "failure",
                        rows.text(RunFailure.of(
                                ProblemCode.INTERNAL_ERROR, "What is stored of this run cannot be read.")))
                .update();
    }

    @Override
    public Map<RunState, Long> open() {
        Map<RunState, Long> open = new EnumMap<>(Map.of(RunState.PENDING, 0L, RunState.RUNNING, 0L));
        jdbc.sql(
                        "SELECT state, count(*) AS runs FROM backtest_runs WHERE state IN ('PENDING', 'RUNNING') GROUP BY state")
                .query(row -> {
                    open.put(RunState.valueOf(row.getString("state")), row.getLong("runs"));
                });
        return open;
    }

    private Optional<Seen> locked(StatementSpec select) {
        return select.query((row, _) -> seen(row)).optional();
    }

    private Seen seen(ResultSet row) throws SQLException {
        try {
            return new Seen(rows.read(row), row.getTimestamp("at").toInstant());
        } catch (RuntimeException e) {
            throw new UnreadableRunException(row.getObject("id", UUID.class), e);
        }
    }

    private BacktestRun stored(Seen seen, Change change) {
        BacktestRun after = change.apply(seen.run(), seen.at());
        if (!after.equals(seen.run())) {
            jdbc.sql(UPDATE).params(rows.changing(after)).update();
        }
        return after;
    }
}
