package dev.capstan.strategy.run.domain;

/** Why a run ended itself. */
public enum HaltReason {
    /** The market has no candle where one was due, and the run was told not to skip. */
    MARKET_GAP,
    /** The venue's feed plays another market now: no candle of the run's will follow. */
    MARKET_OVER,
    /** The venue lists the instrument no more. */
    INSTRUMENT_DELISTED,
    /** A candle has a number that nothing here can count with. */
    CANDLE_UNUSABLE,
    /** An order was heard of after it had been given up for another attempt. */
    LATE_REPORT,
    /** Execution refused to take an order at all. */
    ORDER_REFUSED,
    /** The strategy failed on a candle. */
    STRATEGY_FAILED,
    /** What happened to the run could not be booked; nothing else that happened then is lost by it. */
    RUN_FAILED
}
