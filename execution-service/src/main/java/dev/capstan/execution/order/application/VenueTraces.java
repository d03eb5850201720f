package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.execution.order.domain.Claim;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.venue.domain.VenueClient;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything at the venue that could be an order of ours which its own query denies. */
public final class VenueTraces {

    /** The venue stamps an order when it is placed, by its own clock; ours may be ahead of it by a little. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Orders orders;

    public VenueTraces(Orders orders) {
        this.orders = orders;
    }

    /** The order among the open ones, or among all placed since the send. */
    Optional<VenueReport> find(VenueClient venue, Order order) {
        return Stream.concat(
                        venue.openOrders().stream(),
                        venue.ordersSince(order.terms().instrumentId(), since(order)).stream())
                .filter(report -> report.instrumentId().equals(order.terms().instrumentId()))
                .filter(report -> report.clientOrderId().equals(order.terms().clientOrderId()))
                .findFirst();
    }

    /** Whether a fill since the send belongs to an order that neither the venue's list nor our books explain: it may be this one's. */
    boolean hasStrangers(VenueClient venue, Order order) {
        InstrumentId instrumentId = order.terms().instrumentId();
        Set<VenueOrderId> listed = venue.ordersSince(instrumentId, since(order)).stream()
                .map(VenueReport::venueOrderId)
                .collect(Collectors.toSet());
        return venue.fillsSince(instrumentId, since(order)).stream()
                .map(VenueFill::venueOrderId)
                .distinct()
                .filter(id -> !listed.contains(id))
                .anyMatch(id -> orders.findAtVenue(order.terms().accountId(), instrumentId, id)
                        .isEmpty());
    }

    private static Instant since(Order order) {
        Claim claim = Objects.requireNonNull(order.claim());
        return claim.timestamp().minus(MARGIN);
    }
}
