package dev.capstan.simulator.exchange;

/** What an execution report is about. */
public enum ExecutionType {
    NEW,
    TRADE,
    CANCELED,
    REJECTED,
    EXPIRED
}
