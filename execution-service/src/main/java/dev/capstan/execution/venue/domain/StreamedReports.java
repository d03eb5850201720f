package dev.capstan.execution.venue.domain;

/** Where the reports of a venue's stream go. */
@FunctionalInterface
public interface StreamedReports {

    /**
     * Stores what is new in the report. It may come again, late, and before the answer to the call that it is about.
     *
     * @throws RuntimeException when it could not be stored; then it is a gap
     */
    void acceptStreamed(VenueReport report);
}
