package dev.capstan.kit.crash;

/** A place between two lines where the process may die without losing or doubling anything. */
public enum CrashPoint {
    /** The intent is committed, nothing was asked yet. */
    INTENT_COMMITTED,
    /** Risk has reserved, the decision is not committed. */
    RESERVATION_ANSWERED,
    /** The claim has read lease and trading state and has not committed. */
    CLAIM_CHECKED,
    /** The claim is committed, nothing is written to the venue. */
    CLAIM_COMMITTED,
    /** The request is written to the venue's socket, no answer is read. */
    REQUEST_WRITTEN,
    /** The answer is read, nothing of it is stored. */
    ANSWER_READ,
    /** A fill is committed, its event is not published. */
    FILL_COMMITTED,
    /** Kafka acknowledged a record, its outbox row still stands. */
    OUTBOX_ACKNOWLEDGED,
    /** A consumer's effect is committed, its offset is not. */
    EFFECT_COMMITTED,
    /** A strategy run's intent is committed, execution was not called. */
    RUN_INTENT_COMMITTED,
    /** Execution answered the call of a strategy run's intent, nothing of it is stored. */
    RUN_ORDER_ANSWERED
}
