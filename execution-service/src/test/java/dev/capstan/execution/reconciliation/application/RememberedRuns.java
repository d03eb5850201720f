package dev.capstan.execution.reconciliation.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent;
import dev.capstan.execution.reconciliation.domain.Findings;
import dev.capstan.execution.reconciliation.domain.ProvenPoints;
import dev.capstan.execution.reconciliation.domain.ReconciliationRun;
import dev.capstan.execution.reconciliation.domain.ReconciliationRuns;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs in memory. */
final class RememberedRuns implements ReconciliationRuns {

    final List<ReconciliationRun> runs = new CopyOnWriteArrayList<>();
    final List<BalanceSnapshotEvent> snapshots = new CopyOnWriteArrayList<>();
    final List<String> alerts = new CopyOnWriteArrayList<>();
    private ProvenPoints points = new ProvenPoints(null, Map.of());
    private volatile boolean requested;

    @Override
    public Optional<ReconciliationRun> last(AccountId accountId) {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
    }

    @Override
    public ProvenPoints provenPoints(AccountId accountId) {
        return points;
    }

    @Override
    public void store(ReconciliationRun run, ProvenPoints proven, Findings findings) {
        runs.add(run);
        Map<InstrumentId, Instant> fills = new HashMap<>(points.fills());
        fills.putAll(proven.fills());
        points = new ProvenPoints(proven.balances() == null ? points.balances() : proven.balances(), fills);
        requested = false;
        if (findings.balances() != null) {
            snapshots.add(findings.balances());
        }
        if (findings.alert() != null) {
            alerts.add(findings.alert());
        }
    }

    @Override
    public void request(AccountId accountId, Instant at) {
        requested = true;
    }

    @Override
    public boolean isRequested(AccountId accountId) {
        return requested;
    }
}
