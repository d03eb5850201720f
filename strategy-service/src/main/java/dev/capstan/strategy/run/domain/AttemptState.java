package dev.capstan.strategy.run.domain;

/** How far an attempt to trade has come. */
public enum AttemptState {
    /** Decided; nobody was told. */
    PENDING,
    /** Execution was called at least once, and no answer is stored. */
    SENT,
    /** Execution has the order; its events say what becomes of it. */
    ORDERED,
    /** Over, with a cause. */
    ENDED
}
