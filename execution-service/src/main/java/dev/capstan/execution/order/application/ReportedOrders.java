package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.order.domain.ClientOrderIds;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.order.domain.Plain;
import dev.capstan.execution.venue.domain.VenueReport;
import java.util.Optional;

/** Which order a report is about. Venues reuse the client ids of closed orders, so their own id decides where both are known. */
public final class ReportedOrders {

    private static final String VENUE = "venue";

    private final Orders orders;
    private final OrderStreams streams;

    public ReportedOrders(Orders orders, OrderStreams streams) {
        this.orders = orders;
        this.streams = streams;
    }

    /** The order; created as external when nobody here placed it. */
    Order orderOf(VenueReport report) {
        Optional<Order> namesake = orders.find(report.accountId(), report.clientOrderId());
        return namesake.filter(order -> isSame(order, report))
                .or(() -> orders.findAtVenue(report.accountId(), report.instrumentId(), report.venueOrderId()))
                .orElseGet(() -> create(report, namesake.isPresent()));
    }

    private static boolean isSame(Order order, VenueReport report) {
        return order.terms().instrumentId().equals(report.instrumentId())
                && (order.venueOrderId() == null || order.venueOrderId().equals(report.venueOrderId()));
    }

    private Order create(VenueReport report, boolean idIsTaken) {
        OrderTerms terms = terms(report, idIsTaken);
        OrderChange birth = Order.external(terms, report.venueOrderId(), report.source());
        try {
            return streams.in(terms.streamKey(), open -> {
                open.add(birth);
                return birth.after();
            });
        } catch (OrderKnownException faster) {
            return orders.find(terms.orderId()).orElseThrow(() -> faster);
        }
    }

    /** Every id a function of the venue's data: whoever sees the order next makes the same. */
    private static OrderTerms terms(VenueReport report, boolean idIsTaken) {
        ClientOrderId id = idIsTaken
                ? ClientOrderIds.ofStranger(report.instrumentId(), report.venueOrderId())
                : report.clientOrderId();
        return new OrderTerms(
                ClientOrderIds.externalOrderId(report.accountId(), report.instrumentId(), report.venueOrderId()),
                id,
                report.accountId(),
                report.instrumentId(),
                VENUE,
                report.side(),
                report.orderType(),
                report.timeInForce(),
                quantity(report),
                report.limitPrice(),
                null,
                report.placedAt(),
                report.placedAt());
    }

    /** Some orders are placed by amount of quote: their quantity is known only by what was executed. */
    private static Quantity quantity(VenueReport report) {
        Quantity larger = report.executedQuantity().isGreaterThan(report.quantity())
                ? report.executedQuantity()
                : report.quantity();
        return Quantity.of(Plain.of(larger.value()));
    }
}
