package dev.capstan.marketdata.candle.domain;

import dev.capstan.contracts.id.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored candles. */
public interface Candles {

    /** All series with a number above {@code afterId}, by number. */
    List<Series> series(long afterId, int limit);

    /** All series of a venue in one market epoch, by instrument. */
    List<Series> ofMarket(VenueId venueId, String marketEpoch);

    /** What is stored under exactly this key. */
    Optional<Series> find(SeriesKey key);

    /** The gaps from {@code from} on, in time order; {@code from} is the start of the series or a candle that is stored. */
    List<Gap> gaps(Series series, Instant from, int limit);

    /** What is stored in {@code range}, without reading the candles. */
    Stretch stretch(Series series, TimeRange range);

    /** Stored candles with an open time in {@code range}, in time order. */
    List<Candle> read(Series series, TimeRange range, int limit);
}
