package dev.capstan.backtest.run.application;

import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored runs, those that wait being the queue. Every change is durable when it returns. */
public interface Runs {

    /** What becomes of a locked run at {@code now}; the run itself for nothing. */
    @FunctionalInterface
    interface Change {
        BacktestRun apply(BacktestRun run, Instant now);
    }

    /**
     * A start, to be known again when it is repeated.
     *
     * @param requestHash over all that was asked
     */
    record StartKey(String owner, String idempotencyKey, String requestHash) {}

    /** A run with the hash of the request that started it. */
    record Started(BacktestRun run, String requestHash) {}

    /** Puts a run into the queue, or finds the one that the same key put there before. */
    Started add(BacktestRun run, StartKey key);

    Optional<Started> startedWith(String owner, String idempotencyKey);

    Optional<BacktestRun> find(String owner, RunId id);

    /** A user's runs, newest first, from the one before {@code before} on. */
    List<BacktestRun> of(String owner, @Nullable RunState state, @Nullable RunId before, int limit);

    /** The next of the queue, now this worker's; no two claims ever get the same. */
    Optional<BacktestRun> claim(String worker, Duration lease);

    /** Changes a run whoever holds it. */
    Optional<BacktestRun> change(RunId id, Change change);

    /** Changes a run while the claim with this fence still holds it; empty, with nothing done, when it does not. */
    Optional<BacktestRun> changeHeld(RunId id, long fence, Change change);

    /** Notes a held run's progress and lengthens its lease; false when the claim no longer holds it. */
    boolean renew(RunId id, long fence, BacktestRun.Progress progress, Duration lease);

    /** Applies {@link BacktestRun#overdue} to runs whose lease or time has run out. */
    List<BacktestRun> settleOverdue();

    /** How many runs are in each state that is not the end. */
    Map<RunState, Long> open();
}
