package dev.capstan.backtest.worker;

import dev.capstan.backtest.run.application.RunSignals;
import dev.capstan.backtest.run.application.Runs;
import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunState;
import dev.capstan.kit.health.HealthCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Threads that take one run after the other. A run that this process queues wakes one of them at once; those of other processes are found
 * by looking. When the process stops, every run in hand goes back into the queue.
 */
final class WorkerPool implements SmartLifecycle, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofMillis(2500);

    private final Runs runs;
    private final RunOne runOne;
    private final RunningRuns running;
    private final WorkerSettings settings;
    private final String instance;
    private final int count;
    private final Semaphore queued = new Semaphore(0);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    WorkerPool(
            Runs runs,
            RunOne runOne,
            RunningRuns running,
            RunSignals signals,
            WorkerSettings settings,
            String instance,
            int processors) {
        this.runs = runs;
        this.runOne = runOne;
        this.running = running;
        this.settings = settings;
        this.instance = instance;
        this.count = settings.countOn(processors);
        signals.listen(this::changed);
    }

    private void changed(BacktestRun run) {
        if (run.state() == RunState.PENDING) {
            queued.release();
        }
        running.changed(run);
    }

    @Override
    public void start() {
        stopping = false;
        for (int number = 1; number <= count; number++) {
            String name = instance + "/" + number;
            threads.add(Thread.ofPlatform().name("worker-" + number).start(() -> work(name)));
        }
    }

    private void work(String name) {
        try {
            boolean woken = false;
            while (!stopping) {
                if (!once(name)) {
                    woken = awaitNext();
                } else if (woken) {
                    woken = false;
                } else {
                    // One that was found without being woken for it: nobody needs to be any more.
                    queued.tryAcquire();
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("{} stops", name);
        }
    }

    /** One run, if there is one to have and what it needs is there. */
    private boolean once(String name) throws InterruptedException {
        try {
            Optional<BacktestRun> claimed = runs.claim(name, settings.lease());
            if (claimed.isEmpty()) {
                return false;
            }
            if (work(claimed.get())) {
                return true;
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the queue cannot be read: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} could not take a run", name, e);
        }
        Thread.sleep(WHILE_AWAY);
        return false;
    }

    private boolean work(BacktestRun run) throws InterruptedException {
        Instant claimedAt = Objects.requireNonNull(run.claim()).leaseUntil().minus(settings.lease());
        RunWatch watch = new RunWatch(run, Duration.between(claimedAt, Objects.requireNonNull(run.deadline())));
        running.add(watch);
        try {
            if (stopping) {
                watch.stop(RunWatch.Stop.HANDED_BACK);
            }
            return runOne.run(watch);
        } finally {
            running.remove();
        }
    }

    /** Whether a run was queued meanwhile. */
    private boolean awaitNext() throws InterruptedException {
        return queued.tryAcquire(settings.poll().toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() {
        stopping = true;
        running.all().forEach(watch -> watch.stop(RunWatch.Stop.HANDED_BACK));
        queued.release(count);
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    @Override
    public String name() {
        return "workers";
    }

    /** Down when a thread has ended that was to take runs. */
    @Override
    public Result check() {
        long alive = threads.stream().filter(Thread::isAlive).count();
        return alive == count ? Result.up() : Result.down(alive + " of " + count + " workers are alive");
    }
}
