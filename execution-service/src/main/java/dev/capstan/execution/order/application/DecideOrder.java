package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import dev.capstan.kit.crash.CrashPoint;
import dev.capstan.kit.crash.CrashPoints;
import dev.capstan.kit.turns.Places;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes an order to its decision: approved or DENIED. May be tried any number of times and by any replica; the first decision that
 * commits counts.
 */
public final class DecideOrder {

    /** Of one account. Risk decides one after the other for it: more questions only make each late, and a late one is asked again. */
    private static final int PLACES = 4;

    private final OrderStreams streams;
    private final PreTradeChecks checks;
    private final Reservations reservations;
    private final ClaimTickets tickets;
    private final ClaimOrder claims;
    private final WakeOwner wakeOwner;
    private final Clock clock;
    private final Places<AccountId> places = new Places<>(PLACES);

    public DecideOrder(
            OrderStreams streams,
            PreTradeChecks checks,
            Reservations reservations,
            ClaimTickets tickets,
            ClaimOrder claims,
            WakeOwner wakeOwner,
            Clock clock) {
        this.streams = streams;
        this.checks = checks;
        this.reservations = reservations;
        this.tickets = tickets;
        this.claims = claims;
        this.wakeOwner = wakeOwner;
        this.clock = clock;
    }

    /** One try; returns the order as it is then, undecided when risk gave no answer and there is time to ask again. */
    public Order attempt(Order order) {
        OrderTerms terms = order.terms();
        if (isOverdue(terms)) {
            return deny(order, Denials.riskUnavailable());
        }
        Duration patience = Duration.between(clock.instant(), terms.submitBy());
        return places.inPlace(terms.accountId(), patience, () -> attemptNow(order))
                .orElseGet(() -> unanswered(order));
    }

    private Order attemptNow(Order order) {
        OrderTerms terms = order.terms();
        try {
            Optional<Denial> refusal = checks.refuse(terms);
            if (refusal.isPresent()) {
                return deny(order, refusal.get());
            }
        } catch (VenueUnavailableException unknown) {
            // The venue's rules are not loaded yet: what is not known is not denied, only waited for.
            return order;
        }
        Optional<ReservationAnswer> answer = reservations.reserve(terms);
        CrashPoints.reached(
                CrashPoint.RESERVATION_ANSWERED, terms.clientOrderId().text());
        return answer.map(given -> decide(order, given)).orElseGet(() -> unanswered(order));
    }

    private Order decide(Order order, ReservationAnswer answer) {
        return switch (answer.outcome()) {
            case APPROVED -> approve(order);
            case DENIED -> deny(order, denial(answer));
        };
    }

    private Order approve(Order order) {
        Optional<ClaimTicket> ticket = tickets.take(order.terms().accountId());
        Order after = ticket.isPresent()
                ? claims.approveAndClaim(order, ticket.get())
                : decided(order, undecided -> undecided.approve(clock.instant()));
        if (after.isClaimable()) {
            wakeOwner.of(after.terms().accountId());
        }
        return after;
    }

    private Order deny(Order order, Denial denial) {
        return decided(order, undecided -> undecided.deny(denial, clock.instant()));
    }

    private Order unanswered(Order order) {
        return isOverdue(order.terms()) ? deny(order, Denials.riskUnavailable()) : order;
    }

    private Order decided(Order order, Function<Order, OrderChange> step) {
        return streams.change(order, now -> now.isUndecided() ? step.apply(now) : OrderChange.none(now))
                .after();
    }

    private boolean isOverdue(OrderTerms terms) {
        return clock.instant().isAfter(terms.submitBy());
    }

    private static Denial denial(ReservationAnswer answer) {
        DenialReason reason = answer.reason();
        String context = answer.context();
        return new Denial(reason == null ? DenialReason.RISK_UNAVAILABLE : reason, context == null ? "" : context);
    }
}
