package dev.capstan.simulator.exchange.report;

/** What an execution report is about. */
public enum ExecutionType {
    NEW,
    TRADE,
    CANCELED,
    REJECTED,
    EXPIRED,
    /** Expired because it would have traded with an order of its own account. */
    TRADE_PREVENTION
}
