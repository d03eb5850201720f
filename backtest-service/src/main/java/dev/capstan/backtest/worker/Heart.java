package dev.capstan.backtest.worker;

import dev.capstan.backtest.run.application.RunSignals;
import dev.capstan.backtest.run.application.Runs;
import dev.capstan.kit.health.HealthCheck;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Beats for every run of this process, and settles runs whose workers or whose time ran out, wherever they were. */
final class Heart implements SmartLifecycle, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);

    private final Runs runs;
    private final RunningRuns running;
    private final RunSignals signals;
    private final RunMetrics metrics;
    private final WorkerSettings settings;
    private volatile long wellNanos = System.nanoTime();
    private volatile @Nullable Thread thread;

    Heart(Runs runs, RunningRuns running, RunSignals signals, RunMetrics metrics, WorkerSettings settings) {
        this.runs = runs;
        this.running = running;
        this.signals = signals;
        this.metrics = metrics;
        this.settings = settings;
    }

    @Override
    public void start() {
        wellNanos = System.nanoTime();
        thread = Thread.ofPlatform().name("heart").daemon().start(this::live);
    }

    private void live() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                beat();
                Thread.sleep(settings.heartbeat());
            }
        } catch (InterruptedException _) {
            LOG.debug("the heart stops");
        }
    }

    void beat() {
        try {
            running.all().forEach(this::renew);
            runs.settleOverdue().forEach(run -> {
                LOG.info("backtest {} was overdue and is {} now", run.id(), run.state());
                signals.changed(run);
            });
            metrics.look(runs);
            wellNanos = System.nanoTime();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("leases cannot be renewed: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("a heartbeat was not finished, the next will be tried", e);
        }
    }

    private void renew(RunWatch watch) {
        boolean ours = runs.renew(watch.run().id(), watch.run().fence(), watch.progress(), settings.lease());
        if (!ours) {
            watch.stop(RunWatch.Stop.NOT_OURS);
        }
    }

    @Override
    public void stop() {
        Thread beating = thread;
        thread = null;
        if (beating != null) {
            beating.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public String name() {
        return "heart";
    }

    /** Down when no beat came through for as long as others wait before they take this process's runs. */
    @Override
    public Result check() {
        Duration since = Duration.ofNanos(System.nanoTime() - wellNanos);
        return since.compareTo(settings.lease()) < 0
                ? Result.up()
                : Result.down("the leases of runs were last renewed " + since.toSeconds() + " s ago");
    }
}
