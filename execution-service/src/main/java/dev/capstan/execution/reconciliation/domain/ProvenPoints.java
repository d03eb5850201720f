package dev.capstan.execution.reconciliation.domain;

import dev.capstan.contracts.id.InstrumentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moments, by the venue's time, up to which nothing has to be looked for any more.
 *
 * @param balances when balances were last proven: whatever was traded before on an instrument we had no order on is in them already, so
 *     its trades must not be booked as fills later
 * @param fills for each instrument that was compared
 */
public record ProvenPoints(@Nullable Instant balances, Map<InstrumentId, Instant> fills) {

    /** Longer than the venue takes to list a trade it executed, and than its clock can step. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    /** More than our reckoning of the venue's time can be wrong. */
    private static final Duration RECKONING = Duration.ofSeconds(1);

    public ProvenPoints {
        fills = Map.copyOf(fills);
    }

    /** From which moment on an instrument's fills are to be compared; what was traded before the account existed here is never. */
    public Instant since(InstrumentId instrumentId, Instant accountCreatedAt) {
        Instant since = Optional.ofNullable(fills.get(instrumentId))
                .map(point -> point.minus(OVERLAP))
                .or(() -> Optional.ofNullable(balances).map(point -> point.minus(RECKONING)))
                .orElse(accountCreatedAt);
        return since.isAfter(accountCreatedAt) ? since : accountCreatedAt;
    }
}
