package dev.capstan.portfolio.position;

import dev.capstan.contracts.value.Price;
import java.time.Instant;

/**
 * The last price that was seen traded.
 *
 * @param occurredAt when it traded, by the venue's clock
 * @param staleAt from then on, by our clock, it says nothing about now
 */
record Mark(Price price, Instant occurredAt, Instant staleAt) {

    boolean isStale(Instant now) {
        return !now.isBefore(staleAt);
    }
}
