package dev.capstan.marketdata.feed;

import dev.capstan.contracts.marketdata.CandleEvent;
import dev.capstan.contracts.marketdata.TickEvent;

/** Takes events at the speed of the socket; never blocks. */
interface MarketPublisher {

    /** Lossy: under pressure the oldest ticks of the same instrument go. */
    void publish(TickEvent tick);

    /** In order per instrument; lost only when Kafka is away for minutes. */
    void publish(CandleEvent candle);
}
