package dev.capstan.strategy.run.domain;

/** Why a run ended itself. */
public enum HaltReason {
    /** The market has no candle where one was due, and the run was told not to skip. */
    MARKET_GAP,
    /** An order was heard of after it had been given up for another attempt. */
    LATE_REPORT,
    /** Execution refused to take an order at all. */
    ORDER_REFUSED,
    /** The strategy failed on a candle. */
    STRATEGY_FAILED
}
