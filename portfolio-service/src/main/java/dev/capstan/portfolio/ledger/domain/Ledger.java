package dev.capstan.portfolio.ledger.domain;

import java.time.Instant;
import java.util.List;

/** The append-only double entry. */
public interface Ledger {

    /** Stream number of entries that came with no order event. */
    long NO_STREAM = 0;

    /**
     * Adds transactions to a book, in the caller's transaction. Adding a fact a second time fails; callers look first.
     *
     * @param streamNumber number of the order event that carried the fact, or {@link #NO_STREAM}
     * @param occurredAt when it happened at the venue
     * @param recordedAt when execution recorded it
     */
    void post(
            BookId book,
            List<LedgerTransaction> transactions,
            long streamNumber,
            Instant occurredAt,
            Instant recordedAt);
}
