package dev.capstan.marketdata.instrument;

import java.util.List;

/** Where instruments are listed. */
public interface Listing {

    /**
     * All instruments open for trading, read from the venue now.
     *
     * @throws VenueUnavailableException when the venue does not answer as documented
     */
    List<ListedInstrument> read();
}
