package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.venue.domain.QueryAnswer;
import dev.capstan.execution.venue.domain.VenueClients;
import dev.capstan.execution.venue.domain.VenueReport;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the venue about orders of which it has more to say than we could book. */
public final class QueryOrder {

    private static final Logger log = LoggerFactory.getLogger(QueryOrder.class);

    private final Orders orders;
    private final OrdersToQuery toQuery;
    private final VenueClients venues;
    private final VenueReportIntake intake;

    public QueryOrder(Orders orders, OrdersToQuery toQuery, VenueClients venues, VenueReportIntake intake) {
        this.orders = orders;
        this.toQuery = toQuery;
        this.venues = venues;
        this.intake = intake;
    }

    /** Those that lack fills, and those whose end could not be booked. */
    List<Order> due(Collection<Order> found, Collection<AccountId> accounts) {
        Map<OrderId, Order> due = new LinkedHashMap<>();
        found.stream().filter(order -> order.execution().lacksFills()).forEach(order -> due.put(order.id(), order));
        toQuery.all()
                .forEach(id -> orders.find(id)
                        .filter(order -> accounts.contains(order.terms().accountId()))
                        .ifPresent(order -> due.put(id, order)));
        return List.copyOf(due.values());
    }

    public void query(Order order) {
        OrderTerms terms = order.terms();
        switch (venues.of(terms.accountId()).query(terms.instrumentId(), terms.clientOrderId())) {
            case QueryAnswer.Found(VenueReport report) -> {
                // First, because the intake puts it back when there is still more to come.
                toQuery.done(order.id());
                intake.accept(report);
            }
            case QueryAnswer.NotFound() -> log.info("{} lacks fills, and the query knows no such order", order.id());
            case QueryAnswer.Unanswered(String detail) -> log.info("{} lacks fills, query: {}", order.id(), detail);
        }
    }
}
