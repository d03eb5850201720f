package dev.capstan.simulator.binance.websocket;

import dev.capstan.simulator.binance.operation.Dispatcher;
import dev.capstan.simulator.binance.operation.Endpoints;
import dev.capstan.simulator.binance.operation.Gate;
import dev.capstan.simulator.binance.operation.Later;
import dev.capstan.simulator.binance.operation.RequestLimiter;
import dev.capstan.simulator.binance.protocol.RateLimits;
import dev.capstan.simulator.binance.stream.UserStreams;
import dev.capstan.simulator.exchange.state.VenueClock;
import tools.jackson.databind.JsonNode;

/**
 * What every session of the WebSocket API works with.
 *
 * @param address under which its weight is counted; every client of this venue is on the same machine
 */
public record ApiServices(
        Endpoints endpoints,
        Dispatcher dispatcher,
        Gate gate,
        RequestLimiter limiter,
        RateLimits limits,
        UserStreams userStreams,
        Later later,
        VenueClock clock,
        String address) {

    JsonNode rateLimits() {
        return limits.weightJson(limiter.used(address));
    }
}
