package dev.capstan.simulator;

import dev.capstan.simulator.binance.stream.MarketStreams;
import dev.capstan.simulator.binance.stream.UserStreams;
import dev.capstan.simulator.binance.websocket.ConnectionRules;
import dev.capstan.simulator.binance.websocket.Connections;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.fault.Faults;

/** Everything that pushes to clients. */
record StreamHub(UserStreams userStreams, MarketStreams marketStreams, Connections connections) {

    static StreamHub of(VenueClock clock, Faults faults, ConnectionRules rules) {
        return new StreamHub(new UserStreams(faults), new MarketStreams(clock, faults), new Connections(clock, rules));
    }

    /** Says good-bye to everybody. */
    void close(long nowMicros) {
        marketStreams.sendShutdown();
        userStreams.sendShutdown(nowMicros);
        connections.closeAll();
    }
}
