package dev.capstan.simulator;

import dev.capstan.simulator.binance.stream.MarketStreams;
import dev.capstan.simulator.binance.stream.UserStreams;
import dev.capstan.simulator.binance.websocket.Connections;
import dev.capstan.simulator.exchange.VenueClock;
import dev.capstan.simulator.fault.Faults;

/** Everything that pushes to clients. */
record StreamHub(UserStreams userStreams, MarketStreams marketStreams, Connections connections) {

    static StreamHub of(VenueClock clock, Faults faults) {
        return new StreamHub(new UserStreams(faults), new MarketStreams(clock, faults), new Connections(clock));
    }

    /** Says good-bye to everybody. */
    void close() {
        marketStreams.sendShutdown();
        connections.closeAll();
    }
}
