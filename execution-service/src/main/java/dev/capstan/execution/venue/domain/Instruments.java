package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.id.InstrumentId;
import java.util.Optional;

/** The instruments of the configured venues; loaded from the venue at start and refreshed. */
public interface Instruments {

    Optional<InstrumentRules> find(InstrumentId instrumentId);
}
