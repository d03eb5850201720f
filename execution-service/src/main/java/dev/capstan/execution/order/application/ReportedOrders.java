package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.ClientOrderIds;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.order.domain.Plain;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueReport;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which order a report is about. Venues reuse the client ids of closed orders, so their own id decides where both are known. */
public final class ReportedOrders {

    private static final String VENUE = "venue";

    private final Orders orders;
    private final OrderStreams streams;

    public ReportedOrders(Orders orders, OrderStreams streams) {
        this.orders = orders;
        this.streams = streams;
    }

    /** The order of our id, with its books as they are at this moment; empty when the report is about another one. */
    Optional<BookedOrder> namesakeOf(VenueReport report) {
        return orders.findBooked(report.accountId(), report.clientOrderId(), report.venueOrderId(), trades(report))
                .filter(found -> isAbout(found.order(), report));
    }

    /** The order that the venue's id names; created as external when nobody here placed it. */
    Order strangerOf(VenueReport report) {
        return orders.findAtVenue(report.accountId(), report.instrumentId(), report.venueOrderId())
                .orElseGet(() -> create(report));
    }

    /** Whether the report is about the order and no other of the same client id. */
    static boolean isAbout(Order order, VenueReport report) {
        OrderTerms terms = order.terms();
        return terms.accountId().equals(report.accountId())
                && terms.clientOrderId().equals(report.clientOrderId())
                && terms.instrumentId().equals(report.instrumentId())
                && order.mayBe(report.venueOrderId());
    }

    /** The trades that came with the report and are its order's. */
    static Set<TradeId> trades(VenueReport report) {
        return trades(report, report.fills());
    }

    static Set<TradeId> trades(VenueReport report, Collection<VenueFill> fills) {
        return fills.stream()
                .filter(fill -> fill.venueOrderId().equals(report.venueOrderId()))
                .map(VenueFill::tradeId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Order create(VenueReport report) {
        boolean idIsTaken =
                orders.find(report.accountId(), report.clientOrderId()).isPresent();
        OrderTerms terms = terms(report, idIsTaken);
        OrderChange birth = Order.external(terms, report.venueOrderId(), report.source());
        try {
            return streams.add(birth).isEmpty() ? birth.after() : stored(terms);
        } catch (OrderKnownException faster) {
            return stored(terms);
        }
    }

    private Order stored(OrderTerms terms) {
        return orders.find(terms.orderId()).orElseThrow(() -> new OrderKnownException(terms));
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
                report.triggerPrice(),
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
