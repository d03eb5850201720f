package dev.capstan.execution.reconciliation.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.reconciliation.domain.ReconciliationRun;
import dev.capstan.execution.reconciliation.domain.ReconciliationRuns;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs for one account, one after the other. Gaps are counted: a complete run closes those that were known when it began, and no later
 * one.
 */
public final class ReconciliationLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationLoop.class);

    private final AccountId accountId;
    private final Reconcile reconcile;
    private final ReconciliationRuns runs;
    private final RunListener listener;
    private final Pace pace;
    private final BlockingQueue<String> causes = new ArrayBlockingQueue<>(1);

    /** The takeover itself is the first gap. */
    private final AtomicLong gaps = new AtomicLong(1);

    private final AtomicLong closedGaps = new AtomicLong();
    private final Thread thread;

    ReconciliationLoop(
            AccountId accountId, Reconcile reconcile, ReconciliationRuns runs, RunListener listener, Pace pace) {
        this.accountId = accountId;
        this.reconcile = reconcile;
        this.runs = runs;
        this.listener = listener;
        this.pace = pace;
        this.thread = Thread.ofVirtual().name("reconcile-" + accountId).unstarted(this::runAll);
    }

    void start() {
        thread.start();
    }

    /** A cause that finds one waiting joins it: the next run is for both. */
    void gap(String cause) {
        gaps.incrementAndGet();
        if (causes.offer(cause)) {
            LOG.info("Account {} is compared with the venue: {}", accountId, cause);
        }
    }

    /** Whether no gap is open. */
    boolean isClosedUp() {
        return closedGaps.get() == gaps.get();
    }

    private void runAll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                causes.clear();
                Duration wait = runOnce(gaps.get());
                TimeUnit.NANOSECONDS.sleep(pace.atLeast().toNanos());
                waitForReason(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration runOnce(long known) {
        try {
            ReconciliationRun run = reconcile.run(accountId);
            listener.finished(run);
            if (run.complete()) {
                closedGaps.set(known);
            }
            return next(run);
        } catch (RuntimeException e) {
            listener.failed(accountId, e);
            return pace.afterFailure();
        }
    }

    private Duration next(ReconciliationRun run) {
        if (!run.complete()) {
            return pace.afterFailure();
        }
        return run.balancesProven() ? pace.regular() : pace.whileBusy();
    }

    /** Until the time is up, a new gap, or somebody asks. */
    private void waitForReason(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end && !isRequested()) {
            long slice = Math.min(pace.look().toNanos(), end - System.nanoTime());
            if (causes.poll(slice, TimeUnit.NANOSECONDS) != null) {
                return;
            }
        }
    }

    /** Not being able to look is not being asked. */
    private boolean isRequested() {
        try {
            return runs.isRequested(accountId);
        } catch (RuntimeException e) {
            listener.failed(accountId, e);
            return false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /**
     * When to run.
     *
     * @param regular between runs when all is well
     * @param whileBusy after a run in which something moved, so that the balances could not be proven
     * @param afterFailure after a run that was not complete
     * @param atLeast between any two runs
     * @param look how often to look whether somebody asked
     */
    public record Pace(Duration regular, Duration whileBusy, Duration afterFailure, Duration atLeast, Duration look) {}
}
