package dev.capstan.backtest.run.domain;

import dev.capstan.contracts.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands; it never changes, its methods answer what it becomes. From the first claim on the times
 * are the database's.
 *
 * @param timeLimit from the first start to the end, waiting for another worker included
 * @param claim who has it; null while nobody does
 * @param fence counts the claims; what an older claim writes is not wanted any more
 * @param attempt counts the claims that were not handed back
 * @param deadline when the time limit is over; null before the first start
 */
public record BacktestRun(
        RunId id,
        String owner,
        RunSpec spec,
        RunPriority priority,
        Duration timeLimit,
        RunState state,
        @Nullable Claim claim,
        long fence,
        int attempt,
        Progress progress,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant deadline,
        @Nullable Instant endedAt,
        @Nullable RunFailure failure,
        @Nullable RunResult result) {

    /** A run whose worker died so often is not tried again: it may be what kills them. */
    public static final int MOST_ATTEMPTS = 3;

    /** Whose it is and how long without another word. */
    public record Claim(String worker, Instant leaseUntil) {}

    /** How far it is; a total of zero is not known yet. */
    public record Progress(long candles, long total) {

        public static final Progress NONE = new Progress(0, 0);
    }

    public static BacktestRun queued(
            RunId id, String owner, RunSpec spec, RunPriority priority, Duration timeLimit, Instant now) {
        return new BacktestRun(
                id,
                owner,
                spec,
                priority,
                timeLimit,
                RunState.PENDING,
                null,
                0,
                0,
                Progress.NONE,
                now,
                null,
                null,
                null,
                null,
                null);
    }

    /** A worker takes it. */
    public BacktestRun claimed(String worker, Instant now, Duration lease) {
        Instant started = startedAt == null ? now : startedAt;
        return new BacktestRun(
                id,
                owner,
                spec,
                priority,
                timeLimit,
                state.to(RunState.RUNNING),
                new Claim(worker, now.plus(lease)),
                fence + 1,
                attempt + 1,
                Progress.NONE,
                queuedAt,
                started,
                started.plus(timeLimit),
                null,
                null,
                null);
    }

    /** Its worker stops in good order, or does not get what the run needs, and gives it back: that attempt does not count. */
    public BacktestRun handedBack() {
        return waitingAgain(attempt - 1);
    }

    /** Its worker, or the time, ran out: whoever notices says what becomes of it. */
    public BacktestRun overdue(Instant now) {
        if (deadline != null && !now.isBefore(deadline)) {
            return ended(RunState.TIMED_OUT, now, null, null);
        }
        if (attempt >= MOST_ATTEMPTS) {
            return failed(
                    RunFailure.of(
                            ProblemCode.INTERNAL_ERROR,
                            "The worker that ran it died, " + attempt + " times in a row; it is not tried again."),
                    now);
        }
        return waitingAgain(attempt);
    }

    private BacktestRun waitingAgain(int attempts) {
        return new BacktestRun(
                id,
                owner,
                spec,
                priority,
                timeLimit,
                state.to(RunState.PENDING),
                null,
                fence,
                attempts,
                Progress.NONE,
                queuedAt,
                startedAt,
                deadline,
                null,
                null,
                null);
    }

    public BacktestRun completed(RunResult outcome, Instant now) {
        return ended(RunState.COMPLETED, now, null, outcome);
    }

    public BacktestRun failed(RunFailure reason, Instant now) {
        return ended(RunState.FAILED, now, reason, null);
    }

    public BacktestRun canceled(Instant now) {
        return ended(RunState.CANCELED, now, null, null);
    }

    public BacktestRun timedOut(Instant now) {
        return ended(RunState.TIMED_OUT, now, null, null);
    }

    private BacktestRun ended(RunState end, Instant now, @Nullable RunFailure reason, @Nullable RunResult outcome) {
        return new BacktestRun(
                id,
                owner,
                spec,
                priority,
                timeLimit,
                state.to(end),
                null,
                fence,
                attempt,
                outcome == null ? progress : new Progress(outcome.candles(), outcome.candles()),
                queuedAt,
                startedAt,
                deadline,
                now,
                reason,
                outcome);
    }
}
