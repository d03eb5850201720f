package dev.capstan.kit.outbox.relay;

import dev.capstan.kit.failure.Infrastructure;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts and stops the relay and keeps its leases. */
final class RelayLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RelayLifecycle.class);
    private static final int STOP_SECONDS = 3;

    private final Relay relay;
    private final BucketLeases leases;
    private final OutboxRows rows;
    private final StateRepublisher republisher;
    private final RelayMetrics metrics;
    private final RelaySettings settings;

    private volatile boolean running;
    private volatile CountDownLatch ended = new CountDownLatch(0);
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private Set<Integer> closedBefore = Set.of();
    private boolean tookOwn;

    RelayLifecycle(
            Relay relay,
            BucketLeases leases,
            OutboxRows rows,
            StateRepublisher republisher,
            RelayMetrics metrics,
            RelaySettings settings) {
        this.relay = relay;
        this.leases = leases;
        this.rows = rows;
        this.republisher = republisher;
        this.metrics = metrics;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        ended = new CountDownLatch(3);
        stopping = new CountDownLatch(1);
        run("outbox-lease", this::leaseLoop);
        run("outbox-send", relay::sendLoop);
        run("outbox-delete", relay::deleteLoop);
    }

    /** Platform threads: these three live as long as the process and must not wait behind requests for a carrier. */
    private void run(String name, Runnable loop) {
        Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                loop.run();
            } finally {
                ended.countDown();
            }
        });
    }

    private void leaseLoop() {
        while (running) {
            try {
                keepLeases();
            } catch (RuntimeException e) {
                if (Infrastructure.isAway(e)) {
                    log.warn("Outbox leases cannot be renewed, trying again: {}", e.getMessage());
                } else {
                    log.error("Outbox leases cannot be renewed, trying again", e);
                }
            }
            if (awaitStop(settings.renewEvery().toMillis())) {
                return;
            }
        }
    }

    private void keepLeases() {
        boolean tookOver = false;
        if (!tookOwn) {
            tookOver = !leases.takeOwn().isEmpty();
            tookOwn = true;
        }
        tookOver |= !leases.renew().isEmpty();
        if (tookOver) {
            relay.wake();
        }
        giveAwayExcess();
        republisher.tick(tookOver, leases.held().containsKey(0));
        metrics.backlog(rows.backlog());
    }

    /**
     * More than a fair share goes to others, each bucket once nothing of it is on its way. A bucket is given away one round after it was
     * closed at the earliest, because a look may be under way that began before.
     */
    private void giveAwayExcess() {
        TreeSet<Integer> mine = new TreeSet<>(leases.held().keySet());
        int excess = mine.size() - leases.fairShare();
        Set<Integer> closing =
                mine.descendingSet().stream().limit(Math.max(0, excess)).collect(Collectors.toSet());
        Set<Integer> settled = closing.stream()
                .filter(closedBefore::contains)
                .filter(relay::isSettled)
                .collect(Collectors.toSet());
        relay.closeBuckets(closing);
        closedBefore = closing;
        if (!settled.isEmpty()) {
            leases.release(settled);
        }
    }

    private boolean awaitStop(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        relay.stop();
        try {
            if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn("Outbox relay did not end in time; the next owner goes on where it was");
            }
            leases.leave();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("Outbox leases were not returned and will run out: {}", e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the web server and the consumers, whose last effects still leave. */
    @Override
    public int getPhase() {
        return 0;
    }
}
