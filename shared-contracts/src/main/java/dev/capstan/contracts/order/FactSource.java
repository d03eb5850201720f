package dev.capstan.contracts.order;

/** Where a fact about an order came from; shown on its timeline. */
public enum FactSource {
    /** A call to our API. */
    REQUEST,

    /** Our own checks. */
    DECISION,

    /** The venue's answer to the submit. */
    SUBMIT_ANSWER,

    /** The venue's answer to a cancel. */
    CANCEL_ANSWER,

    /** The venue's user data stream. */
    STREAM,

    /** A query of the order at the venue. */
    QUERY,

    /** A comparison of all orders and trades with the venue. */
    RECONCILIATION
}
