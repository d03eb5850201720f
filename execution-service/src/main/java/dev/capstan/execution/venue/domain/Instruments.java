package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.id.InstrumentId;
import java.util.Optional;

/** The instruments of the configured venues; loaded from the venue at start and refreshed. */
public interface Instruments {

    /**
     * The instrument's rules; empty when the venue does not list it.
     *
     * @throws VenueUnavailableException while nothing was loaded yet: what is not known is not denied
     */
    Optional<InstrumentRules> find(InstrumentId instrumentId);
}
