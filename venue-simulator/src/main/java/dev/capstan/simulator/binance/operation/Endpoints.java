package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.RateLimits;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.state.VenueClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All operations under their names. */
public final class Endpoints {

    private final Map<String, Endpoint> byHttp = new HashMap<>();
    private final Map<String, Endpoint> byWebSocket = new HashMap<>();
    private final KnownParameters known = new KnownParameters();

    public Endpoints(Exchange exchange, VenueClock clock, RateLimits limits) {
        List<Endpoint> all = new ArrayList<>();
        all.addAll(new MarketOperations(exchange, clock, limits).endpoints());
        all.addAll(new BookOperations(exchange).endpoints());
        all.addAll(new TickerOperations(exchange).endpoints());
        all.addAll(new TapeOperations(exchange).endpoints());
        all.addAll(new OrderOperations(exchange).endpoints());
        all.addAll(new ReplaceOperations(exchange).endpoints());
        all.addAll(new AmendOperations(exchange).endpoints());
        all.addAll(new ListOperations(exchange).endpoints());
        all.addAll(new HistoryOperations(exchange).endpoints());
        all.addAll(new AccountOperations(exchange, clock, limits).endpoints());
        all.addAll(new WalletOperations(exchange).endpoints());
        all.stream()
                .filter(each -> each.http().contains(" /api/") && !known.knows(each))
                .findAny()
                .ifPresent(each -> {
                    throw new IllegalStateException("expected to know the parameters of " + each.http());
                });
        all.forEach(each -> {
            byHttp.put(each.http(), each);
            if (!each.webSocket().isEmpty()) {
                byWebSocket.put(each.webSocket(), each);
            }
        });
    }

    /** Which parameters a request of each operation may carry. */
    KnownParameters knownParameters() {
        return known;
    }

    /** The operation at {@code method} and {@code path}. */
    public Optional<Endpoint> http(String method, String path) {
        return Optional.ofNullable(byHttp.get(method + " " + path));
    }

    /** The operation called {@code method} in the WebSocket API. */
    public Optional<Endpoint> webSocket(String method) {
        return Optional.ofNullable(byWebSocket.get(method));
    }
}
