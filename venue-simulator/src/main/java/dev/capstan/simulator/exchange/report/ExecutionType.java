package dev.capstan.simulator.exchange.report;

/** What an execution report is about. */
public enum ExecutionType {
    NEW,
    TRADE,
    /** Made smaller where it stands. */
    REPLACED,
    CANCELED,
    REJECTED,
    EXPIRED,
    /** Expired because it would have traded with an order of its own account. */
    TRADE_PREVENTION
}
