package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.order.domain.Claim;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.venue.domain.QueryAnswer;
import dev.capstan.execution.venue.domain.VenueClient;
import dev.capstan.execution.venue.domain.VenueClients;
import dev.capstan.execution.venue.domain.VenueReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks until the venue says what became of an order. It is never sent again. "Does not exist" counts only when the venue can no longer
 * execute it and nothing of the venue shows it, twice, 3 s apart; venues have denied live and even filled orders.
 */
public final class ResolveDoubt {

    private static final Duration AFTER_WINDOW = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private final OrderStreams streams;
    private final VenueClients venues;
    private final VenueReportIntake intake;
    private final VenueTraces traces;
    private final OrderMetrics metrics;
    private final Clock clock;
    /** When nothing was seen for the first time, by venue time. In memory: a new owner of the session looks twice itself. */
    private final Map<OrderId, Instant> absentSince = new ConcurrentHashMap<>();

    public ResolveDoubt(
            Orders orders,
            OrderStreams streams,
            VenueClients venues,
            VenueReportIntake intake,
            OrderMetrics metrics,
            Clock clock) {
        this.streams = streams;
        this.venues = venues;
        this.intake = intake;
        this.traces = new VenueTraces(orders);
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Those in doubt, counted on the way. */
    List<Order> due(Collection<Order> orders) {
        List<Order> doubtful = orders.stream()
                .filter(order -> order.status() == OrderStatus.UNKNOWN)
                .toList();
        Instant now = clock.instant();
        metrics.inDoubt(
                doubtful.size(),
                doubtful.stream()
                        .map(Order::doubtSince)
                        .filter(Objects::nonNull)
                        .map(since -> Duration.between(since, now))
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
        return doubtful;
    }

    public void resolve(Order order) {
        OrderTerms terms = order.terms();
        VenueClient venue = venues.of(terms.accountId());
        Optional<Instant> asked = venue.clock().now();
        switch (venue.query(terms.instrumentId(), terms.clientOrderId())) {
            case QueryAnswer.Found(VenueReport report) -> found(order, report);
            case QueryAnswer.NotFound() -> asked.ifPresent(at -> absent(order, venue, at));
            case QueryAnswer.Unanswered(String detail) -> absentSince.remove(order.id());
        }
    }

    private void found(Order order, VenueReport report) {
        absentSince.remove(order.id());
        intake.accept(report);
    }

    private void absent(Order order, VenueClient venue, Instant at) {
        Claim claim = Objects.requireNonNull(order.claim());
        if (!at.isAfter(claim.windowEnd().plus(AFTER_WINDOW))) {
            return;
        }
        Optional<VenueReport> trace = traces.find(venue, order);
        if (trace.isPresent()) {
            found(order, trace.get());
        } else if (traces.hasStrangers(venue, order)) {
            absentSince.remove(order.id());
        } else {
            nothingSeen(order, claim, at);
        }
    }

    private void nothingSeen(Order order, Claim claim, Instant at) {
        Instant first = absentSince.computeIfAbsent(order.id(), id -> at);
        if (!at.isBefore(first.plus(BETWEEN_LOOKS))) {
            absentSince.remove(order.id());
            neverArrived(order, claim, first, at);
        }
    }

    private void neverArrived(Order order, Claim claim, Instant first, Instant second) {
        String proof = "nothing seen at " + first + " and " + second + " window ended " + claim.windowEnd();
        streams.change(order, now -> {
            boolean sameDoubt = now.status() == OrderStatus.UNKNOWN && claim.equals(now.claim());
            return sameDoubt
                    ? now.expire(EndReason.SUBMIT_NEVER_ARRIVED, proof, FactSource.QUERY, clock.instant())
                    : OrderChange.none(now);
        });
    }
}
