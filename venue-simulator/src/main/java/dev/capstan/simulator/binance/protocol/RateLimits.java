package dev.capstan.simulator.binance.protocol;

import dev.capstan.simulator.exchange.account.OrderUsage;
import dev.capstan.simulator.exchange.placing.OrderLimits;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How much a client may ask, under the name it is chosen by. */
public enum RateLimits {
    /** What the venue publishes. */
    STANDARD(6_000, 300_000, 50, 160_000, 300, 5),
    /** High enough not to stand in the way of a benchmark. */
    RAISED(60_000_000, 60_000_000, 1_000_000, 100_000_000, 1_000_000, 1_000_000);

    private final int weightPerMinute;
    private final int requestsPerFiveMinutes;
    private final int ordersPerTenSeconds;
    private final int ordersPerDay;
    private final int connectionsPerFiveMinutes;
    private final int messagesPerSecond;

    RateLimits(
            int weightPerMinute,
            int requestsPerFiveMinutes,
            int ordersPerTenSeconds,
            int ordersPerDay,
            int connectionsPerFiveMinutes,
            int messagesPerSecond) {
        this.weightPerMinute = weightPerMinute;
        this.requestsPerFiveMinutes = requestsPerFiveMinutes;
        this.ordersPerTenSeconds = ordersPerTenSeconds;
        this.ordersPerDay = ordersPerDay;
        this.connectionsPerFiveMinutes = connectionsPerFiveMinutes;
        this.messagesPerSecond = messagesPerSecond;
    }

    public int weightPerMinute() {
        return weightPerMinute;
    }

    public int requestsPerFiveMinutes() {
        return requestsPerFiveMinutes;
    }

    /** Attempts to open a WebSocket connection. */
    public int connectionsPerFiveMinutes() {
        return connectionsPerFiveMinutes;
    }

    /** What a client may send on a connection to the market streams, pings and pongs included. */
    public int messagesPerSecond() {
        return messagesPerSecond;
    }

    public OrderLimits orders() {
        return new OrderLimits(ordersPerTenSeconds, ordersPerDay);
    }

    /** The limits as {@code exchangeInfo} lists them. */
    public ArrayNode json() {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(limit("REQUEST_WEIGHT", "MINUTE", 1, weightPerMinute))
                .add(limit("ORDERS", "SECOND", 10, ordersPerTenSeconds))
                .add(limit("ORDERS", "DAY", 1, ordersPerDay))
                .add(limit("RAW_REQUESTS", "MINUTE", 5, requestsPerFiveMinutes));
    }

    /** The order limits with how much of them an account has used. */
    public ArrayNode orderJson(OrderUsage usage) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(limit("ORDERS", "SECOND", 10, ordersPerTenSeconds).put("count", usage.inTenSeconds()))
                .add(limit("ORDERS", "DAY", 1, ordersPerDay).put("count", usage.inDay()));
    }

    /** The weight limit with how much of it an address has used. */
    public ArrayNode weightJson(int used) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(limit("REQUEST_WEIGHT", "MINUTE", 1, weightPerMinute).put("count", used));
    }

    private static ObjectNode limit(String type, String interval, int number, int limit) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("rateLimitType", type)
                .put("interval", interval)
                .put("intervalNum", number)
                .put("limit", limit);
    }
}
