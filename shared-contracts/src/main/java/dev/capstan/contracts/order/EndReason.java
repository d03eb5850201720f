package dev.capstan.contracts.order;

/** Why an order that was approved ended without the venue's say. */
public enum EndReason {
    /** Not sent before {@code submitBy}. */
    SUBMIT_TOO_LATE,

    /** Sent once, and proven never to have been placed. */
    SUBMIT_NEVER_ARRIVED,

    /** Canceled before it was sent. */
    CANCELED_BEFORE_SUBMIT,

    /** The venue ended it by its own terms. */
    VENUE
}
