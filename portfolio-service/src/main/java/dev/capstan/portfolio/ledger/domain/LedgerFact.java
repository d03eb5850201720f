package dev.capstan.portfolio.ledger.domain;

import java.time.Instant;
import java.util.List;

/**
 * What one fact is booked as.
 *
 * @param streamNumber number of the order event that carried the fact, or {@link #NO_STREAM}
 * @param occurredAt when it happened at the venue
 * @param recordedAt when execution recorded it
 */
public record LedgerFact(
        List<LedgerTransaction> transactions, long streamNumber, Instant occurredAt, Instant recordedAt) {

    /** Stream number of a fact that came with no order event. */
    public static final long NO_STREAM = 0;

    public LedgerFact {
        transactions = List.copyOf(transactions);
    }
}
