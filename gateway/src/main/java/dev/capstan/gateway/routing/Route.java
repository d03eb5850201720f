package dev.capstan.gateway.routing;

import dev.capstan.gateway.forwarding.Upstream;
import java.util.List;

/** The paths one service owns. Each pattern also matches its own root, so {@code /api/orders} is in {@code /api/orders/**}. */
record Route(Upstream upstream, List<String> patterns) {

    /** The one table of paths. */
    static final List<Route> TABLE = List.of(
            new Route(Upstream.EXECUTION, List.of("/api/orders/**", "/api/accounts/**", "/api/trading-state/**")),
            new Route(Upstream.RISK, List.of("/api/risk/**")),
            new Route(Upstream.PORTFOLIO, List.of("/api/positions/**", "/api/balances/**")),
            new Route(Upstream.MARKET_DATA, List.of("/api/feeds/**")));
}
