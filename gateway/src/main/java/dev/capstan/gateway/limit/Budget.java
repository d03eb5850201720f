package dev.capstan.gateway.limit;

import java.time.Instant;

/**
 * So many calls a minute of one user or address in one group.
 *
 * @param name of the policy, as the RateLimit fields show it
 * @param key who it is about
 */
record Budget(Kind kind, String name, String key, long quota) {

    static final int WINDOW_SECONDS = 60;

    /** A user's budgets are counted, and their rows locked, before an address's. */
    enum Kind {
        USER("1"),
        ADDRESS("2");

        private final String rank;

        Kind(String rank) {
            this.rank = rank;
        }
    }

    static Budget of(RouteGroup group, Kind kind, String id, long quota) {
        String name = group.text() + (kind == Kind.USER ? "-per-user" : "-per-address");
        return new Budget(kind, name, kind.rank + "|" + name + "|" + id, quota);
    }

    /** The window that is open at {@code now}. Windows of different keys end at different moments, so nobody waits for the same one. */
    Window windowAt(Instant now) {
        long phase = Math.floorMod(key.hashCode(), WINDOW_SECONDS);
        long number = Math.floorDiv(now.getEpochSecond() + phase, WINDOW_SECONDS);
        return new Window(key, number, Instant.ofEpochSecond((number + 1) * WINDOW_SECONDS - phase));
    }

    /** One minute of one key. */
    record Window(String key, long number, Instant end) {}
}
