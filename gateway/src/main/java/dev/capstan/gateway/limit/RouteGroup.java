package dev.capstan.gateway.limit;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Calls that share a budget. */
enum RouteGroup {
    READS(false),
    WRITES(true),
    STRATEGY(true),

    /** Paths that need no token. */
    OPEN(false),

    /** Calls without a token that counts. */
    REFUSED(false);

    private static final Set<String> READ_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final boolean exact;

    RouteGroup(boolean exact) {
        this.exact = exact;
    }

    /** Empty for what is never limited: health, and what is not for callers from outside. */
    static Optional<RouteGroup> of(String method, String path) {
        if (path.equals("/docs") || path.startsWith("/docs/") || path.equals("/api/openapi.json")) {
            return Optional.of(OPEN);
        }
        if (!path.startsWith("/api/") || path.startsWith("/api/health/")) {
            return Optional.empty();
        }
        if (path.startsWith("/api/strategy/")) {
            return Optional.of(STRATEGY);
        }
        return Optional.of(READ_METHODS.contains(method) ? READS : WRITES);
    }

    /** Whether each call is added to the shared counts before it goes on. */
    boolean isExact() {
        return exact;
    }

    /** Whether its calls have a user. */
    boolean hasUser() {
        return this != OPEN && this != REFUSED;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
