package dev.capstan.execution.venue.domain;

/** What the venue says of one client order id. */
public sealed interface QueryAnswer {

    record Found(VenueReport report) implements QueryAnswer {}

    /** "Order does not exist". Proves nothing alone. */
    record NotFound() implements QueryAnswer {}

    /** No usable answer. */
    record Unanswered(String detail) implements QueryAnswer {}
}
