package dev.capstan.backtest.worker;

import dev.capstan.backtest.run.application.CancelRun;
import dev.capstan.backtest.run.application.RunSignals;
import dev.capstan.backtest.run.application.Runs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** A process with one worker, put together as the service does it. */
final class Worker implements AutoCloseable {

    static final WorkerSettings SETTINGS =
            new WorkerSettings(1, Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMillis(50));

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final RunSignals signals = new RunSignals();
    private final Runs runs;
    final WorkerPool pool;
    final Heart heart;

    Worker(Runs runs, String instance, Simulation simulation) {
        this.runs = runs;
        RunningRuns running = new RunningRuns();
        RunMetrics metrics = new RunMetrics(meters);
        signals.listen(metrics::ended);
        RunOne runOne = new RunOne(runs, simulation, signals, SETTINGS.lease());
        pool = new WorkerPool(runs, runOne, running, signals, SETTINGS, instance, 1);
        heart = new Heart(runs, running, signals, metrics, SETTINGS);
        heart.start();
        pool.start();
    }

    CancelRun cancelHere() {
        return new CancelRun(runs, signals);
    }

    /** From here on it is as if its process stood still: nothing is renewed, while its thread goes on. */
    void losesItsHeart() {
        heart.stop();
    }

    @Override
    public void close() {
        pool.stop();
        heart.stop();
    }
}
