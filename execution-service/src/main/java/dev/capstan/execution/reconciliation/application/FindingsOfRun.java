package dev.capstan.execution.reconciliation.application;

import dev.capstan.contracts.portfolio.BalanceSnapshotEvent;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent.Balance;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent.StreamMark;
import dev.capstan.execution.reconciliation.application.BalanceProof.Attempt;
import dev.capstan.execution.reconciliation.domain.BookedFills;
import dev.capstan.execution.reconciliation.domain.Difference;
import dev.capstan.execution.reconciliation.domain.Findings;
import dev.capstan.execution.reconciliation.domain.ReconciliationRun;
import dev.capstan.execution.venue.domain.VenueBalance;
import dev.capstan.kit.ids.Ids;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What others are told of a run: proven balances, and an alert about differences. */
final class FindingsOfRun {

    private final Ids ids;

    FindingsOfRun(Ids ids) {
        this.ids = ids;
    }

    /** Both together. */
    Findings of(ReconciliationRun run, Attempt attempt) {
        BalanceSnapshotEvent snapshot = attempt.balances()
                .map(balances -> snapshot(run, attempt.booked(), balances))
                .orElse(null);
        return new Findings(snapshot, run.differences().isEmpty() ? null : alert(run));
    }

    private BalanceSnapshotEvent snapshot(ReconciliationRun run, BookedFills booked, List<VenueBalance> balances) {
        List<Balance> held = balances.stream()
                .filter(FindingsOfRun::isHeld)
                .map(balance -> new Balance(balance.asset(), balance.free(), balance.locked()))
                .toList();
        List<StreamMark> marks = booked.lastNumbers().entrySet().stream()
                .map(mark -> new StreamMark(mark.getKey().text(), mark.getValue()))
                .sorted(Comparator.comparing(StreamMark::instrumentId))
                .toList();
        return new BalanceSnapshotEvent(ids.next(), run.accountId(), held, marks, run.finishedAt());
    }

    /** An asset that is absent is not held. */
    private static boolean isHeld(VenueBalance balance) {
        return !balance.free().isZero() || !balance.locked().isZero();
    }

    private static String alert(ReconciliationRun run) {
        return run.differences().stream()
                .collect(Collectors.groupingBy(Difference::kind, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getKey() + "=" + kind.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
