package dev.capstan.simulator.binance.websocket;

/**
 * How long a WebSocket connection lives, in milliseconds.
 *
 * @param pingEvery how often the venue pings
 * @param silence how long a client may leave pings unanswered
 * @param life after which it is closed whatever it does
 */
public record ConnectionRules(long pingEvery, long silence, long life) {

    public ConnectionRules {
        if (pingEvery <= 0 || silence <= 0 || life <= 0) {
            throw new IllegalArgumentException(
                    "expected times above zero, got: " + pingEvery + ", " + silence + ", " + life);
        }
    }

    /** As the venue publishes them: a ping every 20 seconds, a minute to answer, a day in all. */
    public static ConnectionRules standard() {
        return new ConnectionRules(20_000, 60_000, 86_400_000);
    }
}
