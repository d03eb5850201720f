package dev.capstan.simulator;

import dev.capstan.simulator.binance.operation.Dispatcher;
import dev.capstan.simulator.binance.operation.Endpoints;
import dev.capstan.simulator.binance.operation.Gate;
import dev.capstan.simulator.binance.operation.Later;
import dev.capstan.simulator.binance.operation.RequestLimiter;
import dev.capstan.simulator.binance.protocol.RateLimits;
import dev.capstan.simulator.binance.rest.LimitHeaders;
import dev.capstan.simulator.binance.rest.RestHandler;
import dev.capstan.simulator.binance.websocket.ApiServices;
import dev.capstan.simulator.binance.websocket.WebSocketRoutes;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.fault.Faults;
import dev.capstan.simulator.journal.RequestJournal;

/** The exchange behind its Binance Spot addresses. */
record BinanceFront(RestHandler rest, WebSocketRoutes webSockets) {

    /** All clients are on this machine or behind one proxy: their weights are counted together. */
    private static final String ADDRESS = "127.0.0.1";

    static BinanceFront of(
            Exchange exchange,
            VenueClock clock,
            RequestJournal requests,
            RateLimits limits,
            Faults faults,
            StreamHub streams,
            Later later) {
        RequestLimiter limiter = new RequestLimiter(limits, clock);
        Gate gate = new Gate(exchange, clock, requests);
        Endpoints endpoints = new Endpoints(exchange, clock, limits);
        Dispatcher dispatcher = new Dispatcher(endpoints, limiter, gate, faults, later);
        ApiServices services = new ApiServices(
                endpoints, dispatcher, gate, limiter, limits, streams.userStreams(), later, clock, ADDRESS);
        LimitHeaders headers = new LimitHeaders(limiter, exchange, ADDRESS);
        return new BinanceFront(
                new RestHandler(endpoints, dispatcher, headers, later, ADDRESS),
                new WebSocketRoutes(services, streams.marketStreams(), streams.connections()));
    }
}
