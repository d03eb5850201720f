package dev.capstan.simulator.exchange.report;

/** What an execution report is about. */
public enum ExecutionType {
    NEW,
    TRADE,
    CANCELED,
    REJECTED,
    EXPIRED
}
