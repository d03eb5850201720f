package dev.capstan.marketdata.binance;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.marketdata.instrument.ListedInstrument;
import dev.capstan.marketdata.instrument.VenueUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where no venue is configured: nothing trades. */
public final class NoVenue implements VenueApi {

    @Override
    public List<ListedInstrument> read() {
        return List.of();
    }

    @Override
    public List<Kline> read(InstrumentId instrumentId, String timeframe, Instant from) {
        return List.of();
    }

    @Override
    public Optional<Kline> latest(InstrumentId instrumentId, String timeframe) {
        return Optional.empty();
    }

    @Override
    public Instant time() {
        throw new VenueUnavailableException("no venue is configured");
    }
}
