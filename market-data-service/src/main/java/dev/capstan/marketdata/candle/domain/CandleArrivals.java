package dev.capstan.marketdata.candle.domain;

import java.util.List;

/** Takes in candles as they close at a venue, and tells everybody. */
public interface CandleArrivals {

    /** Whether an arrival may leave a gap behind it. */
    enum Gaps {
        /** It may not: somebody looks first whether the venue has what is missing. */
        REFUSED,
        /** It may: the venue has nothing in between. */
        ALLOWED
    }

    /**
     * Stores the candles that are not stored yet and, in the same transaction, leaves an event in the outbox for each that is later than
     * all before it in its series: so events of a series are in time order and come once.
     *
     * @return those that were refused because candles are missing before them
     */
    List<Arrival> store(List<Arrival> arrivals, Gaps gaps);
}
