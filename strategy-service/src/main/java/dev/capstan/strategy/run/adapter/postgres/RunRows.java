package dev.capstan.strategy.run.adapter.postgres;

import dev.capstan.kit.json.EventJson;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.Brain;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunEnd;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.strategy.run.domain.RunProgress;
import dev.capstan.strategy.run.domain.RunSpec;
import dev.capstan.strategy.run.domain.RunStatus;
import dev.capstan.trading.strategy.StrategyKinds;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as a row, and back. */
final class RunRows {

    private final EventJson json;
    private final StrategyKinds kinds;
    private final AttemptRows attempts;

    RunRows(EventJson json, StrategyKinds kinds, AttemptRows attempts) {
        this.json = json;
        this.kinds = kinds;
        this.attempts = attempts;
    }

    /** With the attempt that is open, on the connection of the caller's transaction. */
    LiveRun read(ResultSet row) throws SQLException {
        RunId id = new RunId(row.getObject("id", UUID.class));
        return read(row, attempts.open(id).orElse(null));
    }

    LiveRun read(ResultSet row, @Nullable Attempt open) throws SQLException {
        RunSpec spec = json.read(bytes(row.getString("spec")), RunSpec.class);
        return new LiveRun(
                new RunId(row.getObject("id", UUID.class)),
                row.getString("owner"),
                spec,
                Brain.restored(spec, kinds, state(row.getString("state"))),
                new RunProgress(
                        row.getTimestamp("last_candle").toInstant(),
                        row.getTimestamp("known_candle").toInstant(),
                        row.getLong("last_close"),
                        row.getLong("candles"),
                        AttemptRows.instant(row.getTimestamp("taken_at"))),
                end(row),
                open);
    }

    private static @Nullable RunEnd end(ResultSet row) throws SQLException {
        RunStatus status = RunStatus.valueOf(row.getString("status"));
        return status == RunStatus.RUNNING
                ? null
                : new RunEnd(
                        status,
                        row.getString("end_reason"),
                        row.getString("ended_by"),
                        row.getTimestamp("ended_at").toInstant());
    }

    private Map<String, String> state(String text) {
        Map<String, String> state = new HashMap<>();
        json.readTree(bytes(text))
                .properties()
                .forEach(each -> state.put(each.getKey(), each.getValue().asString()));
        return state;
    }

    /** What may change in a run's life. */
    Map<String, @Nullable Object> changing(LiveRun run) {
        RunEnd end = run.end();
        RunProgress progress = run.progress();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", run.id().value());
        values.put("status", (end == null ? RunStatus.RUNNING : end.status()).name());
        values.put("stage", run.brain().run().stage().name());
        values.put("state", text(run.brain().state()));
        values.put("refusal", run.brain().refusal());
        values.put("lastCandle", Timestamp.from(progress.lastCandle()));
        values.put("knownCandle", Timestamp.from(progress.knownCandle()));
        values.put("lastClose", progress.lastClose());
        values.put("candles", progress.candles());
        values.put("takenAt", AttemptRows.timestamp(progress.takenAt()));
        values.put("endedAt", end == null ? null : Timestamp.from(end.at()));
        values.put("endReason", end == null ? null : end.reason());
        values.put("endedBy", end == null ? null : end.by());
        return values;
    }

    /** And what stays as it was asked for. */
    Map<String, @Nullable Object> all(LiveRun run) {
        Map<String, @Nullable Object> values = changing(run);
        values.put("owner", run.owner());
        values.put("account", run.spec().accountId().value());
        values.put("instrument", run.spec().instrumentId().text());
        values.put("epoch", run.spec().marketEpoch());
        values.put("version", run.spec().strategyVersion());
        values.put("spec", text(run.spec()));
        return values;
    }

    private String text(Object value) {
        return new String(json.write(value), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
