package dev.capstan.execution.order.application;

import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.venue.domain.StreamedReports;
import dev.capstan.execution.venue.domain.VenueReport;

/**
 * The one way in for everything a venue says about orders: stream reports, answers to our calls, queries and reconciliation.
 *
 * <p>Safe to call with the same report any number of times, in any order and on any replica. A report of an order nobody here placed
 * creates it as external.
 */
public interface VenueReportIntake extends StreamedReports {

    /**
     * Stores what is new in the report. Fills and the status they belong to are committed together; a terminal state waits until our fills
     * sum to the executed quantity, and then the missing fills are fetched from the venue first.
     */
    void accept(VenueReport report);

    @Override
    default void acceptStreamed(VenueReport report) {
        accept(report);
    }

    /** Told before a submit is written. */
    default void expectAnswer(Order claimed) {}

    /** Told when its answer is stored, or given up. */
    default void answerIsOver(Order claimed) {}

    /**
     * As {@link #accept} for the answer to a submit of our own.
     *
     * @param asked the order that was submitted, as it was then: most answers are about it, and it need not be looked for
     */
    default void acceptAnswer(Order asked, VenueReport report) {
        accept(report);
    }
}
