package dev.capstan.backtest.run.adapter.postgres;

import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.BacktestRun.Claim;
import dev.capstan.backtest.run.domain.BacktestRun.Progress;
import dev.capstan.backtest.run.domain.RunFailure;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunPriority;
import dev.capstan.backtest.run.domain.RunResult;
import dev.capstan.backtest.run.domain.RunSpec;
import dev.capstan.backtest.run.domain.RunState;
import dev.capstan.kit.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as a row, and back. */
final class RunRows {

    static final String COLUMNS = "id, owner, request_hash, spec, priority, time_limit_seconds, state, attempt, fence,"
            + " worker, lease_until, deadline, candles_done, candles_total, created_at, started_at, ended_at, failure,"
            + " result, clock_timestamp() AS at";

    private final EventJson json;

    RunRows(EventJson json) {
        this.json = json;
    }

    BacktestRun read(ResultSet row) throws SQLException {
        Instant leaseUntil = instant(row, "lease_until");
        return new BacktestRun(
                new RunId(row.getObject("id", UUID.class)),
                row.getString("owner"),
                Objects.requireNonNull(value(row, "spec", RunSpec.class)),
                RunPriority.ranked(row.getInt("priority")),
                Duration.ofSeconds(row.getInt("time_limit_seconds")),
                RunState.valueOf(row.getString("state")),
                leaseUntil == null ? null : new Claim(row.getString("worker"), leaseUntil),
                row.getLong("fence"),
                row.getInt("attempt"),
                new Progress(row.getLong("candles_done"), row.getLong("candles_total")),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "deadline"),
                instant(row, "ended_at"),
                value(row, "failure", RunFailure.class),
                value(row, "result", RunResult.class));
    }

    private <T> @Nullable T value(ResultSet row, String column, Class<T> type) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : json.read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** What may change in a run's life. */
    Map<String, @Nullable Object> changing(BacktestRun run) {
        Claim claim = run.claim();
        RunResult result = run.result();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", run.id().value());
        values.put("state", run.state().name());
        values.put("attempt", run.attempt());
        values.put("fence", run.fence());
        values.put("worker", claim == null ? null : claim.worker());
        values.put("leaseUntil", claim == null ? null : Timestamp.from(claim.leaseUntil()));
        values.put("deadline", timestamp(run.deadline()));
        values.put("done", run.progress().candles());
        values.put("total", run.progress().total());
        values.put("startedAt", timestamp(run.startedAt()));
        values.put("endedAt", timestamp(run.endedAt()));
        values.put("failure", text(run.failure()));
        values.put("result", text(result));
        values.put("storageKey", result == null ? null : result.storageKey());
        return values;
    }

    /** And what stays as it was asked for. */
    Map<String, @Nullable Object> all(BacktestRun run) {
        Map<String, @Nullable Object> values = changing(run);
        values.put("owner", run.owner());
        values.put("spec", text(run.spec()));
        values.put("priority", run.priority().rank());
        values.put("timeLimit", Math.toIntExact(run.timeLimit().toSeconds()));
        values.put("queuedAt", Timestamp.from(run.queuedAt()));
        return values;
    }

    @Nullable
    String text(@Nullable Object value) {
        return value == null ? null : new String(json.write(value), StandardCharsets.UTF_8);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}
