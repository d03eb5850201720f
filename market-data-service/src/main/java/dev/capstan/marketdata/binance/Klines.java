package dev.capstan.marketdata.binance;

import dev.capstan.contracts.id.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The venue's own record of its candles. Asked at a pace that leaves the venue's limits to others. */
public interface Klines {

    /** The most candles of one answer. */
    int MOST = 1_000;

    /**
     * Candles that open at {@code from} or later, in time order, at most {@link #MOST}. The last of all is still running.
     *
     * @throws dev.capstan.marketdata.instrument.VenueUnavailableException when the venue does not answer, or asks for a pause
     */
    List<Kline> read(InstrumentId instrumentId, String timeframe, Instant from) throws InterruptedException;

    /** The one that is running, or was the last to run. */
    Optional<Kline> latest(InstrumentId instrumentId, String timeframe) throws InterruptedException;
}
