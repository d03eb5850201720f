package dev.capstan.simulator.binance.websocket;

import dev.capstan.simulator.exchange.state.VenueClock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All open WebSocket connections; pings them and closes those that are silent or a day old. */
public final class Connections {

    private static final int POLICY_VIOLATION = 1008;
    private static final int GOING_AWAY = 1001;

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final VenueClock clock;
    private final ConnectionRules rules;
    private volatile long refuseUntil;

    public Connections(VenueClock clock, ConnectionRules rules) {
        this.clock = clock;
        this.rules = rules;
    }

    long now() {
        return clock.wallMicros() / 1_000L;
    }

    void add(Connection connection) {
        open.add(connection);
    }

    void remove(Connection connection) {
        open.remove(connection);
    }

    /** Whether a new connection would be taken now. */
    boolean isOpenForNew() {
        return now() >= refuseUntil;
    }

    /** Takes no new connection for {@code millis}. */
    public void refuseFor(long millis) {
        refuseUntil = now() + millis;
    }

    public List<Connection> open() {
        return List.copyOf(open);
    }

    /** Pings everybody, and closes who left the last pings unanswered or has been here too long. */
    public void ping() {
        for (Connection connection : open()) {
            if (now() - connection.lastPong() > rules.silence()) {
                connection.close(POLICY_VIOLATION, "Pong timeout");
            } else if (now() - connection.openedAt() > rules.life()) {
                connection.close(GOING_AWAY, "Connection is older than " + rules.life() / 1_000L + " seconds");
            } else {
                connection.ping();
            }
        }
    }

    /** Asks everybody to say when they have received what was sent to them before; {@code name} is new each time. */
    public void mark(String name) {
        open().forEach(connection -> connection.mark(name));
    }

    /** How many have not answered the last mark. */
    public long behindMark() {
        List<Connection> behind =
                open().stream().filter(Connection::isBehindMark).toList();
        behind.forEach(Connection::remindOfMark);
        return behind.size();
    }

    /** Tells everybody good-bye. */
    public void closeAll() {
        close(open());
    }

    /** Tells these good-bye. */
    public void close(List<Connection> some) {
        some.forEach(connection -> connection.close(GOING_AWAY, "Server is shutting down"));
    }
}
