package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Price;
import java.util.Optional;

/** The instruments of the configured venues; loaded from the venue at start and refreshed. */
public interface Instruments {

    /**
     * The instrument's rules; empty when the venue does not list it.
     *
     * @throws VenueUnavailableException while nothing was loaded yet: what is not known is not denied
     */
    Optional<InstrumentRules> find(InstrumentId instrumentId);

    /**
     * The price that the venue measures limit prices from, asked now.
     *
     * @throws VenueUnavailableException when it gives none
     */
    default Price referencePrice(InstrumentRules rules) {
        throw new VenueUnavailableException("no reference price of " + rules.instrumentId());
    }
}
