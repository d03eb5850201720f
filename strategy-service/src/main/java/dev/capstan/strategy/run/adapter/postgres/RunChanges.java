package dev.capstan.strategy.run.adapter.postgres;

import dev.capstan.kit.failure.Infrastructure;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.strategy.run.application.RunSignals;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.HaltReason;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunEnd;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.fixed.Decimal8;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes runs, each with its row locked and written afterwards. */
final class RunChanges {

    private static final Logger log = LoggerFactory.getLogger(RunChanges.class);

    private static final String LOCK = "SELECT * FROM strategy_runs WHERE id = :id FOR UPDATE";

    private static final String UPDATE = """
            UPDATE strategy_runs
               SET status = :status, stage = :stage, state = :state::jsonb, refusal = :refusal, last_candle = :lastCandle,
                   known_candle = :knownCandle, last_close = :lastClose, candles = :candles, taken_at = :takenAt,
                   ended_at = :endedAt, end_reason = :endReason, ended_by = :endedBy, updated_at = clock_timestamp()
             WHERE id = :id""";

    private static final String HALT = """
            UPDATE strategy_runs
               SET status = 'HALTED', end_reason = :reason, ended_by = :by, ended_at = :at, updated_at = clock_timestamp()
             WHERE id = :id AND status = 'RUNNING'""";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final RunRows rows;
    private final AttemptRows attempts;
    private final RunSignals signals;
    private final Clock clock;

    RunChanges(
            JdbcClient jdbc,
            Transactions transactions,
            RunRows rows,
            AttemptRows attempts,
            RunSignals signals,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = rows;
        this.attempts = attempts;
        this.signals = signals;
        this.clock = clock;
    }

    /** See {@link dev.capstan.strategy.run.application.LiveRuns#change}. */
    <T> Optional<T> change(RunId id, Function<LiveRun, T> change) {
        return transactions.call(() -> changed(id, change));
    }

    /** See {@link dev.capstan.strategy.run.application.LiveRuns#tell}. */
    <T> Optional<T> tell(RunId id, Function<LiveRun, T> change) {
        return transactions.call(() -> {
            jdbc.sql("SAVEPOINT one_run").update();
            try {
                Optional<T> told = changed(id, change);
                jdbc.sql("RELEASE SAVEPOINT one_run").update();
                return told;
            } catch (RuntimeException e) {
                if (Infrastructure.isAway(e)) {
                    throw e;
                }
                jdbc.sql("ROLLBACK TO SAVEPOINT one_run").update();
                halt(id, e);
                return Optional.<T>empty();
            }
        });
    }

    /** Without reading the run, which may be what failed. */
    private void halt(RunId id, RuntimeException failure) {
        log.error("Run {} cannot go on", id, failure);
        RunEnd end = RunEnd.halted(
                HaltReason.RUN_FAILED,
                failure.getClass().getSimpleName() + ": " + failure.getMessage(),
                clock.instant());
        int halted = jdbc.sql(HALT)
                .param("id", id.value())
                .param("reason", end.reason())
                .param("by", end.by())
                .param("at", Timestamp.from(end.at()))
                .update();
        if (halted == 1) {
            signals.runEnded(id, end, null);
        }
    }

    private <T> Optional<T> changed(RunId id, Function<LiveRun, T> change) {
        return jdbc.sql(LOCK)
                .param("id", id.value())
                .query((row, _) -> rows.read(row))
                .optional()
                .map(run -> stored(run, change));
    }

    private <T> T stored(LiveRun run, Function<LiveRun, T> change) {
        boolean wasRunning = run.isRunning();
        T result = change.apply(run);
        jdbc.sql(UPDATE).params(rows.changing(run)).update();
        // One that ends makes room for the next: at most one of a run is open at any moment.
        run.changed().stream().filter(each -> each.cause() != null).forEach(attempts::put);
        run.changed().stream().filter(each -> each.cause() == null).forEach(attempts::put);
        run.changed().stream().map(Attempt::cause).filter(Objects::nonNull).forEach(signals::attemptEnded);
        RunEnd end = run.end();
        if (wasRunning && end != null) {
            signals.runEnded(run.id(), end, Decimal8.decimal(run.brain().run().holding()));
        }
        return result;
    }
}
