package dev.capstan.gateway.routing;

import dev.capstan.gateway.forwarding.Upstream;
import java.util.List;

/** The paths one service owns. Each pattern also matches its own root, so {@code /api/orders} is in {@code /api/orders/**}. */
public record Route(Upstream upstream, List<String> patterns) {

    private static final String EVERYTHING_BELOW = "/**";

    /** The one table of paths. */
    static final List<Route> TABLE = List.of(
            new Route(Upstream.EXECUTION, List.of("/api/orders/**", "/api/accounts/**", "/api/trading-state/**")),
            new Route(Upstream.RISK, List.of("/api/risk/**")),
            new Route(Upstream.PORTFOLIO, List.of("/api/positions/**", "/api/balances/**")),
            new Route(Upstream.MARKET_DATA, List.of("/api/feeds/**", "/api/candles/**")),
            new Route(Upstream.BACKTEST, List.of("/api/backtest/**")));

    public Route {
        patterns = List.copyOf(patterns);
    }

    /** Whether a call of {@code path}, which may have variables in it, goes to {@code upstream}. */
    public static boolean leads(String path, Upstream upstream) {
        return TABLE.stream()
                .filter(route -> route.upstream == upstream)
                .flatMap(route -> route.patterns.stream())
                .map(pattern -> pattern.substring(0, pattern.length() - EVERYTHING_BELOW.length()))
                .anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }
}
