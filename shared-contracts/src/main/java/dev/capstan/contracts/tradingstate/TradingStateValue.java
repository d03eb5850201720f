package dev.capstan.contracts.tradingstate;

/** Whether new orders pass. */
public enum TradingStateValue {
    /** They pass. */
    ACTIVE,
    /** None pass; cancels always do. */
    HALTED
}
