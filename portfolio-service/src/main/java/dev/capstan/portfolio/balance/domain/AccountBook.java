package dev.capstan.portfolio.balance.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.portfolio.ledger.domain.BookId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What concerns an account as a whole.
 *
 * @param comparedAt venue time of the last snapshot booked or compared; null until the opening entry
 */
public record AccountBook(
        AccountId accountId, int generation, @Nullable Instant comparedAt) {

    public boolean isOpened() {
        return comparedAt != null;
    }

    /** Whether {@code snapshot} says anything that a compared one has not said later. */
    public boolean isNewer(Snapshot snapshot) {
        return comparedAt == null || snapshot.observedAt().isAfter(comparedAt);
    }

    public BookId id() {
        return BookId.ofAccount(accountId, generation);
    }
}
