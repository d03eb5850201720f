package dev.capstan.execution.reconciliation.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.reconciliation.domain.ReconciliationRuns;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.session.SessionParticipant;
import dev.capstan.execution.venue.domain.ReportGaps;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One loop for each session this replica owns. An account with a gap that is not compared yet takes no new orders. */
public class ReconciliationLoops implements SessionParticipant, ReportGaps, AutoCloseable {

    private final Reconcile reconcile;
    private final ReconciliationRuns runs;
    private final RunListener listener;
    private final ReconciliationLoop.Pace pace;
    private final Map<AccountId, ReconciliationLoop> loops = new ConcurrentHashMap<>();

    public ReconciliationLoops(
            Reconcile reconcile, ReconciliationRuns runs, RunListener listener, ReconciliationLoop.Pace pace) {
        this.reconcile = reconcile;
        this.runs = runs;
        this.listener = listener;
        this.pace = pace;
    }

    /** The first run begins at once: a new owner knows nothing of what was missed. */
    @Override
    public void owned(SessionOwnership ownership) {
        AccountId accountId = ownership.accountId();
        ReconciliationLoop loop = new ReconciliationLoop(accountId, reconcile, runs, listener, pace);
        ReconciliationLoop before = loops.put(accountId, loop);
        if (before != null) {
            before.close();
        }
        loop.start();
    }

    @Override
    public void lost(AccountId accountId) {
        ReconciliationLoop loop = loops.remove(accountId);
        if (loop != null) {
            loop.close();
        }
    }

    @Override
    public boolean isReady(AccountId accountId) {
        ReconciliationLoop loop = loops.get(accountId);
        return loop != null && loop.isClosedUp();
    }

    /** A gap of an account that is not owned here is found by the first run of whoever takes it over. */
    @Override
    public void reportsMayBeMissing(AccountId accountId, String cause) {
        ReconciliationLoop loop = loops.get(accountId);
        if (loop != null) {
            loop.gap(cause);
        }
    }

    @Override
    public void close() {
        List.copyOf(loops.keySet()).forEach(this::lost);
    }
}
