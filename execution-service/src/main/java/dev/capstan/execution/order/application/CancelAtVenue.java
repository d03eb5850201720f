package dev.capstan.execution.order.application;

import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.venue.domain.CancelAnswer;
import dev.capstan.execution.venue.domain.QueryAnswer;
import dev.capstan.execution.venue.domain.VenueClient;
import dev.capstan.execution.venue.domain.VenueClients;
import dev.capstan.execution.venue.domain.VenueReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels an order that is alive at the venue. Any answer but "done" leads to a query; while that finds it alive, it is canceled again. */
public final class CancelAtVenue {

    private static final Logger log = LoggerFactory.getLogger(CancelAtVenue.class);

    private final VenueClients venues;
    private final VenueReportIntake intake;

    public CancelAtVenue(VenueClients venues, VenueReportIntake intake) {
        this.venues = venues;
        this.intake = intake;
    }

    public void cancel(Order order) {
        OrderTerms terms = order.terms();
        VenueClient venue = venues.of(terms.accountId());
        switch (venue.cancel(terms.instrumentId(), terms.clientOrderId())) {
            case CancelAnswer.Done(VenueReport report) -> intake.accept(report);
            case CancelAnswer.NotOpen(String text) -> query(venue, order, text);
            case CancelAnswer.OutcomeUnknown(String detail) -> query(venue, order, detail);
        }
    }

    private void query(VenueClient venue, Order order, String why) {
        OrderTerms terms = order.terms();
        switch (venue.query(terms.instrumentId(), terms.clientOrderId())) {
            case QueryAnswer.Found(VenueReport report) -> intake.accept(report);
            case QueryAnswer.NotFound() ->
                log.info("Cancel of {}: {}, and the query knows no such order", order.id(), why);
            case QueryAnswer.Unanswered(String detail) ->
                log.info("Cancel of {}: {}, query: {}", order.id(), why, detail);
        }
    }
}
