package dev.capstan.execution.reconciliation.domain;

import dev.capstan.contracts.id.InstrumentId;
import java.time.Instant;
import java.util.Map;

/**
 * Our books of one account at one moment: one snapshot of the database, so that the fills are exactly those up to the numbers.
 *
 * @param lastNumbers last event number of each instrument with order events
 * @param fills the fills since the moment that was asked for, with the time at which they were executed
 */
public record BookedFills(Map<InstrumentId, Long> lastNumbers, Map<FillKey, Instant> fills) {

    public BookedFills {
        lastNumbers = Map.copyOf(lastNumbers);
        fills = Map.copyOf(fills);
    }
}
