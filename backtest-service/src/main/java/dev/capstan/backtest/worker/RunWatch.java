package dev.capstan.backtest.worker;

import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.BacktestRun.Progress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One claimed run in this process: how far it is, and whether it is to stop. Its time is kept by a clock that nobody sets. */
final class RunWatch {

    /** Why a run stops. */
    enum Stop {
        /** Somebody else has decided about it: canceled, or another claim. */
        NOT_OURS,
        /** Its time is over. */
        TIME_OVER,
        /** This process ends. */
        HANDED_BACK
    }

    private final BacktestRun run;
    private final long deadlineNanos;
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
    private volatile Progress progress = Progress.NONE;

    /** @param left until the run's deadline */
    RunWatch(BacktestRun run, Duration left) {
        this.run = run;
        this.deadlineNanos = System.nanoTime() + left.toNanos();
    }

    BacktestRun run() {
        return run;
    }

    /**
     * Called by whoever works on the run, often.
     *
     * @throws RunStoppedException when it is not to go on
     */
    void reached(long candles, long total) {
        progress = new Progress(candles, total);
        check();
    }

    /** Whether it is to stop, for a caller that counts no candles. */
    void check() {
        if (System.nanoTime() - deadlineNanos >= 0) {
            stop(Stop.TIME_OVER);
        }
        if (stop.get() != null) {
            throw new RunStoppedException();
        }
    }

    /** The first reason counts. */
    void stop(Stop reason) {
        stop.compareAndSet(null, reason);
    }

    @Nullable
    Stop stopped() {
        return stop.get();
    }

    Progress progress() {
        return progress;
    }
}
