package dev.capstan.marketdata.binance;

import dev.capstan.marketdata.instrument.Listing;
import java.time.Instant;

/** What can be asked of a venue without a key. */
public interface VenueApi extends Listing, Klines {

    /**
     * The venue's time.
     *
     * @throws dev.capstan.marketdata.instrument.VenueUnavailableException when the venue does not answer
     */
    Instant time() throws InterruptedException;
}
