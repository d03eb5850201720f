package dev.capstan.strategy.run.adapter.work;

import dev.capstan.strategy.run.application.CatchUp;
import dev.capstan.strategy.run.application.LiveRuns;
import dev.capstan.strategy.run.application.RelayIntents;
import dev.capstan.strategy.run.domain.RunId;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Holds runs under a lease and does what is due for them: fetches candles they missed, sends what they want. The lease only divides the
 * work; two replicas that both thought they had a run would meet at its row's lock and at execution's key.
 */
public final class RunKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RunKeeper.class);
    private static final Duration WHILE_AWAY = Duration.ofMillis(500);
    private static final Duration LONGEST_STOP = Duration.ofMillis(2500);

    private final LiveRuns runs;
    private final CatchUp catchUp;
    private final RelayIntents relay;
    private final LeaseSettings settings;
    private final String replica;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private final Set<RunId> busy = ConcurrentHashMap.newKeySet();
    private long heldNanos;
    private boolean holds;
    private volatile @Nullable Thread thread;

    public RunKeeper(
            LiveRuns runs, CatchUp catchUp, RelayIntents relay, LeaseSettings settings, String replica, Clock clock) {
        this.runs = runs;
        this.catchUp = catchUp;
        this.relay = relay;
        this.settings = settings;
        this.replica = replica;
        this.clock = clock;
    }

    /** There may be something to do. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("run-keeper").start(this::keep);
    }

    private void keep() {
        try (ExecutorService workers = Executors.newFixedThreadPool(
                settings.threads(), Thread.ofPlatform().name("run-worker-", 1).factory())) {
            while (!Thread.currentThread().isInterrupted()) {
                once(workers);
            }
        } catch (InterruptedException _) {
            log.debug("the keeper of runs stops");
        }
    }

    private void once(ExecutorService workers) throws InterruptedException {
        try {
            holdWhenDue();
            for (RunId id : runs.due(replica, clock.instant())) {
                if (busy.add(id)) {
                    workers.execute(() -> work(id));
                }
            }
            if (wake.tryAcquire(settings.poll().toNanos(), TimeUnit.NANOSECONDS)) {
                wake.drainPermits();
            }
        } catch (RuntimeException e) {
            log.warn("Runs are not looked after, the next round will: {}", e.getMessage());
            Thread.sleep(WHILE_AWAY);
        }
    }

    private void holdWhenDue() {
        long now = System.nanoTime();
        if (!holds || now - heldNanos >= settings.renewal().toNanos()) {
            runs.hold(replica, settings.lease());
            heldNanos = now;
            holds = true;
        }
    }

    private void work(RunId id) {
        try {
            catchUp.run(id);
            relay.run(id);
        } catch (RuntimeException e) {
            log.warn("Run {} is worked for again: {}", id, e.getMessage());
            pause();
        } finally {
            busy.remove(id);
        }
    }

    /** Whoever does not answer is not asked ten times a second. */
    private static void pause() {
        try {
            Thread.sleep(WHILE_AWAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            if (running.join(LONGEST_STOP)) {
                runs.release(replica);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.info("Runs are taken over when their lease ends: {}", e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
