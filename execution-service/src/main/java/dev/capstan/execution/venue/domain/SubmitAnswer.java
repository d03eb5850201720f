package dev.capstan.execution.venue.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known after a submit was written, or could not be written. */
public sealed interface SubmitAnswer {

    /** The venue has the order; the report carries the fills that came with the answer. */
    record Acknowledged(VenueReport report) implements SubmitAnswer {}

    /** The venue refused it; it never existed on the book. Only for codes listed as refusals. */
    record Rejected(String text) implements SubmitAnswer {}

    /** Not executed for certain, and may be tried again: 429, -1003, -1015, -1021, or connection refused before the first byte. */
    record CertainlyNotExecuted(String text, @Nullable Duration retryAfter) implements SubmitAnswer {}

    /** Anything else: no answer, 5xx, an unlisted code, "duplicate" on our own id. Leads to a query, never to a second submit. */
    record OutcomeUnknown(String detail) implements SubmitAnswer {}
}
