package dev.capstan.execution.reconciliation.domain;

import dev.capstan.contracts.id.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of an account's books with the venue.
 *
 * @param complete false when the venue or the database gave out on the way; the next one is near
 * @param error why it is not complete, for people
 * @param balancesProven whether the balances were found to hold exactly the booked fills, and were published
 */
public record ReconciliationRun(
        AccountId accountId,
        Instant ranAt,
        Instant finishedAt,
        boolean complete,
        @Nullable String error,
        int comparedOrders,
        int comparedFills,
        boolean balancesProven,
        List<Difference> differences) {

    public ReconciliationRun {
        differences = List.copyOf(differences);
    }

    public long healed() {
        return differences.stream().filter(each -> each.kind().healed()).count();
    }
}
