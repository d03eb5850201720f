package dev.capstan.marketdata.feed;

import dev.capstan.contracts.marketdata.TickEvent;

/** Takes ticks at the speed of the socket; never blocks. */
interface MarketPublisher {

    /** Lossy: under pressure the oldest ticks of the same instrument go. */
    void publish(TickEvent tick);
}
