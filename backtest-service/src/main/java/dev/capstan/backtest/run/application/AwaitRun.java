package dev.capstan.backtest.run.application;

import dev.capstan.backtest.run.domain.BacktestRun;
import java.time.Duration;

/** Waits for a run's next state: at once for changes of this process, by looking for those of others. */
public final class AwaitRun {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Runs runs;
    private final RunSignals signals;

    public AwaitRun(Runs runs, RunSignals signals) {
        this.runs = runs;
        this.signals = signals;
    }

    /** Returns when its state is another than in {@code seen}, or as it is after {@code atMost}. */
    public BacktestRun change(BacktestRun seen, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        BacktestRun run = seen;
        while (run.state() == seen.state() && !run.state().isOver()) {
            try (RunSignals.Waiter waiter = signals.waitFor(seen.id())) {
                run = runs.find(seen.owner(), seen.id()).orElse(run);
                Duration left = Duration.ofNanos(end - System.nanoTime());
                if (run.state() != seen.state() || !left.isPositive()) {
                    return run;
                }
                waiter.await(left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY);
            }
        }
        return run;
    }
}
