package dev.capstan.execution.venue.domain;

/** What is known after a cancel. Cancels may be repeated freely. */
public sealed interface CancelAnswer {

    /** The venue canceled it. */
    record Done(VenueReport report) implements CancelAnswer {}

    /** The venue knows no such open order: query the order. */
    record NotOpen(String text) implements CancelAnswer {}

    /** No usable answer: query, then cancel again if it is alive. */
    record OutcomeUnknown(String detail) implements CancelAnswer {}
}
