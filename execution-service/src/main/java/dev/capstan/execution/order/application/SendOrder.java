package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.execution.order.domain.Claim;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.venue.domain.SubmitAnswer;
import dev.capstan.execution.venue.domain.VenueClient;
import dev.capstan.execution.venue.domain.VenueSubmission;
import dev.capstan.kit.crash.CrashPoint;
import dev.capstan.kit.crash.CrashPoints;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes a claimed order to the venue, once, on a thread of its own, and stores the answer. */
public final class SendOrder {

    private final StoreSubmitAnswer answers;
    private final VenueReportIntake intake;
    private final OrderSignals signals;
    private final OrderMetrics metrics;
    private final Set<OrderId> inFlight = ConcurrentHashMap.newKeySet();

    public SendOrder(StoreSubmitAnswer answers, VenueReportIntake intake, OrderSignals signals, OrderMetrics metrics) {
        this.answers = answers;
        this.intake = intake;
        this.signals = signals;
        this.metrics = metrics;
    }

    /** Returns at once; the ticket is given back when the answer is stored. */
    void send(Order claimed, ClaimTicket ticket) {
        inFlight.add(claimed.id());
        metrics.claimed();
        Thread.ofVirtual().name("submit-" + claimed.terms().clientOrderId()).start(() -> sendAndStore(claimed, ticket));
    }

    /** Whether this replica still waits for the venue's answer to the order, or is storing it. */
    public boolean isInFlight(OrderId orderId) {
        return inFlight.contains(orderId);
    }

    /** How many submits are not answered yet. */
    public int inFlight() {
        return inFlight.size();
    }

    private void sendAndStore(Order claimed, ClaimTicket ticket) {
        String subject = claimed.terms().clientOrderId().text();
        try (ticket;
                OrderSignals.Waiter changes = signals.waitFor(claimed.id())) {
            CrashPoints.reached(CrashPoint.CLAIM_COMMITTED, subject);
            intake.expectAnswer(claimed);
            SubmitAnswer answer = write(ticket.venue(), claimed);
            CrashPoints.reached(CrashPoint.ANSWER_READ, subject);
            answers.store(claimed, answer, changes.isOver());
        } finally {
            intake.answerIsOver(claimed);
            // A claim whose answer could not be stored is found by its age and put in doubt.
            inFlight.remove(claimed.id());
        }
    }

    private SubmitAnswer write(VenueClient venue, Order claimed) {
        metrics.submitted();
        try {
            return venue.submit(submission(claimed));
        } catch (RuntimeException failed) {
            // Whatever broke, the request may have left: only the venue knows.
            return new SubmitAnswer.OutcomeUnknown("failed=" + failed);
        }
    }

    private static VenueSubmission submission(Order order) {
        OrderTerms terms = order.terms();
        Claim claim = Objects.requireNonNull(order.claim());
        return new VenueSubmission(
                terms.clientOrderId(),
                terms.instrumentId(),
                terms.side(),
                terms.orderType(),
                terms.timeInForce(),
                terms.quantity(),
                terms.limitPrice(),
                terms.triggerPrice(),
                claim.timestamp(),
                claim.window());
    }
}
