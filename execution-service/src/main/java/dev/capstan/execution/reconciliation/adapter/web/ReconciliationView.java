package dev.capstan.execution.reconciliation.adapter.web;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.execution.reconciliation.domain.Difference;
import dev.capstan.execution.reconciliation.domain.ReconciliationRun;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last comparison of an account with its venue.
 *
 * @param ranAt null when there was none yet
 */
record ReconciliationView(
        AccountId accountId,
        @Nullable Instant ranAt,
        @Nullable Instant finishedAt,
        boolean complete,
        @Nullable String error,
        int comparedOrders,
        int comparedFills,
        long healed,
        boolean balancesProven,
        List<DifferenceView> differences) {

    static ReconciliationView of(ReconciliationRun run) {
        return new ReconciliationView(
                run.accountId(),
                run.ranAt(),
                run.finishedAt(),
                run.complete(),
                run.error(),
                run.comparedOrders(),
                run.comparedFills(),
                run.healed(),
                run.balancesProven(),
                run.differences().stream().map(DifferenceView::of).toList());
    }

    static ReconciliationView none(AccountId accountId) {
        return new ReconciliationView(accountId, null, null, false, null, 0, 0, 0, false, List.of());
    }

    /** One difference; {@code healed} when our books were brought to the venue's. */
    record DifferenceView(Difference.Kind kind, InstrumentId instrumentId, String subject, boolean healed) {

        static DifferenceView of(Difference difference) {
            return new DifferenceView(
                    difference.kind(),
                    difference.instrumentId(),
                    difference.subject(),
                    difference.kind().healed());
        }
    }
}
