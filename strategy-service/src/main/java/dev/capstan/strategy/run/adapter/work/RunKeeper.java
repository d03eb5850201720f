package dev.capstan.strategy.run.adapter.work;

import dev.capstan.kit.health.HealthCheck;
import dev.capstan.strategy.run.application.CatchUp;
import dev.capstan.strategy.run.application.RelayIntents;
import dev.capstan.strategy.run.application.RunLeases;
import dev.capstan.strategy.run.application.WatchMarkets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Holds runs under a lease and does what is due for them: fetches candles they missed, sends what they want, ends those whose market is
 * over. The lease only divides the work; two replicas that both thought they had a run would meet at its row's lock and at execution's key.
 */
public final class RunKeeper implements SmartLifecycle, HealthCheck {

    private static final Logger log = LoggerFactory.getLogger(RunKeeper.class);
    private static final Duration WHILE_AWAY = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS_AT_MARKETS = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofMillis(2500);

    private final RunLeases leases;
    private final RunWork work;
    private final LeaseSettings settings;
    private final String replica;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private final Turn holding;
    private final Turn watching = new Turn(BETWEEN_LOOKS_AT_MARKETS);
    private volatile long wellNanos = System.nanoTime();
    private volatile @Nullable Thread thread;

    public RunKeeper(
            RunLeases leases,
            CatchUp catchUp,
            RelayIntents relay,
            WatchMarkets markets,
            LeaseSettings settings,
            String replica,
            Clock clock) {
        this.leases = leases;
        this.work = new RunWork(catchUp, relay, markets, replica, this::isRunning);
        this.settings = settings;
        this.replica = replica;
        this.clock = clock;
        this.holding = new Turn(settings.renewal());
    }

    /** There may be something to do. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    @Override
    public void start() {
        wellNanos = System.nanoTime();
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
            if (holding.isDue()) {
                leases.hold(replica, settings.lease());
                holding.done();
            }
            if (watching.isDue()) {
                watching.done();
                work.lookAtMarkets(workers);
            }
            leases.due(replica, clock.instant()).forEach(id -> work.lookAfter(id, workers));
            wellNanos = System.nanoTime();
            if (wake.tryAcquire(settings.poll().toNanos(), TimeUnit.NANOSECONDS)) {
                wake.drainPermits();
            }
        } catch (RuntimeException e) {
            log.warn("Runs are not looked after, the next round will: {}", e.getMessage());
            Thread.sleep(WHILE_AWAY);
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
                leases.release(replica);
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

    @Override
    public String name() {
        return "runs";
    }

    /** Down when nobody has looked after this replica's runs for as long as others wait before they take them. */
    @Override
    public Result check() {
        Duration since = Duration.ofNanos(System.nanoTime() - wellNanos);
        return since.compareTo(settings.lease()) < 0
                ? Result.up()
                : Result.down("runs were last looked after " + since.toSeconds() + " s ago");
    }
}
