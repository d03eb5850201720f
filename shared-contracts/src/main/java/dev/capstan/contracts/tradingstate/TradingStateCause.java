package dev.capstan.contracts.tradingstate;

/** Who or what set the state. */
public enum TradingStateCause {
    /** Somebody with the role. */
    PERSON,
    /** A report contradicted what was proven. */
    IN_DOUBT
}
