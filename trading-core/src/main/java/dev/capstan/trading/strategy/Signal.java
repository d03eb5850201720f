package dev.capstan.trading.strategy;

/** What a strategy makes of a candle. */
public enum Signal {
    /** Nothing to do. */
    NONE,
    /** The market is expected to rise: enter, or stay. */
    BUY,
    /** The market is expected to fall: leave. Spot accounts hold long positions only. */
    SELL
}
