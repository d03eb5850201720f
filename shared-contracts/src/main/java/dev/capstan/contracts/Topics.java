package dev.capstan.contracts;

import java.util.List;

/** Every Kafka topic that exists, made by the launcher and by a compose job; brokers create none by themselves. */
public final class Topics {

    /** Partition count of every topic; fixed, because a key's partition must never change. */
    public static final int PARTITIONS = 12;

    /** Suffix of a topic's dead-letter topic. */
    public static final String DEAD_LETTER_SUFFIX = ".dlt";

    public static final String ORDER_EVENTS = "execution.order.events.v1";
    public static final String BALANCE_EVENTS = "execution.balance.events.v1";
    public static final String TRADING_STATE_EVENTS = "execution.trading-state.events.v1";
    public static final String ACCOUNT_EVENTS = "execution.account.events.v1";
    public static final String POSITION_EVENTS = "portfolio.position.events.v1";
    public static final String CANDLE_EVENTS = "market-data.candle.events.v1";
    public static final String TICK_EVENTS = "market-data.tick.events.v1";
    public static final String ALERT_EVENTS = "operations.alert.events.v1";

    private static final long DAY_MILLIS = 86_400_000L;

    private static final List<Topic> ALL = List.of(
            new Topic(ORDER_EVENTS, Cleanup.DELETE, 30 * DAY_MILLIS, true),
            new Topic(BALANCE_EVENTS, Cleanup.DELETE, 30 * DAY_MILLIS, true),
            new Topic(TRADING_STATE_EVENTS, Cleanup.COMPACT, -1, false),
            new Topic(ACCOUNT_EVENTS, Cleanup.COMPACT, -1, false),
            new Topic(POSITION_EVENTS, Cleanup.COMPACT, -1, false),
            new Topic(CANDLE_EVENTS, Cleanup.DELETE, 7 * DAY_MILLIS, false),
            new Topic(TICK_EVENTS, Cleanup.DELETE, DAY_MILLIS / 24, false),
            new Topic(ALERT_EVENTS, Cleanup.DELETE, 30 * DAY_MILLIS, false));

    private Topics() {}

    /** All topics without their dead-letter topics. */
    public static List<Topic> all() {
        return ALL;
    }

    /** How old records go away. */
    public enum Cleanup {
        DELETE,
        COMPACT
    }

    /**
     * One topic.
     *
     * @param retentionMillis how long records are kept; -1 for ever
     * @param deadLetters whether {@code name + ".dlt"} exists beside it
     */
    public record Topic(String name, Cleanup cleanup, long retentionMillis, boolean deadLetters) {}
}
