package dev.capstan.execution.order.application;

import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.execution.venue.domain.SubmitAnswer;
import dev.capstan.execution.venue.domain.VenueReport;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What becomes of a claimed order by the venue's answer. Only listed codes are a "no"; everything else is a doubt. */
public final class StoreSubmitAnswer {

    private static final Set<OrderStatus> UNANSWERED = Set.of(OrderStatus.SUBMITTED, OrderStatus.UNKNOWN);

    private final OrderStreams streams;
    private final VenueReportIntake intake;
    private final ClaimTickets tickets;
    private final OrderMetrics metrics;
    private final Clock clock;

    public StoreSubmitAnswer(
            OrderStreams streams, VenueReportIntake intake, ClaimTickets tickets, OrderMetrics metrics, Clock clock) {
        this.streams = streams;
        this.intake = intake;
        this.tickets = tickets;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Stores the answer.
     *
     * @param overtaken whether the order changed since the claim: then a report of the stream may have said it all, and one look tells
     */
    void store(Order claimed, SubmitAnswer answer, boolean overtaken) {
        switch (answer) {
            case SubmitAnswer.Acknowledged(VenueReport report) -> acknowledge(claimed, report, overtaken);
            case SubmitAnswer.Rejected(String text) -> settle(claimed, order -> rejected(order, text));
            case SubmitAnswer.CertainlyNotExecuted(String text, @Nullable Duration retryAfter) -> {
                if (retryAfter != null) {
                    tickets.pause(claimed.terms().accountId(), retryAfter);
                }
                settle(claimed, order -> order.notExecuted(text, clock.instant()));
            }
            case SubmitAnswer.OutcomeUnknown(String detail) -> putInDoubt(claimed, detail);
        }
    }

    private void acknowledge(Order claimed, VenueReport report, boolean overtaken) {
        if (overtaken) {
            intake.accept(report);
        } else {
            intake.acceptAnswer(claimed, report);
        }
    }

    /** Nobody knows what became of the claim. A report that came in the meantime wins: then nothing happens. */
    public void putInDoubt(Order claimed, String detail) {
        Order after = settle(claimed, order -> fallInDoubt(order, detail));
        if (after.status() == OrderStatus.UNKNOWN) {
            metrics.fellInDoubt();
        }
    }

    /** Only while the venue has not said more: a report that was faster is the newer truth. */
    private Order settle(Order claimed, Function<Order, OrderChange> step) {
        return streams.change(claimed, now -> {
                    boolean untouched =
                            UNANSWERED.contains(now.status()) && Objects.equals(now.claim(), claimed.claim());
                    return untouched ? step.apply(now) : OrderChange.none(now);
                })
                .after();
    }

    private OrderChange fallInDoubt(Order order, String detail) {
        return order.status() == OrderStatus.UNKNOWN
                ? OrderChange.none(order)
                : order.fallInDoubt(detail, clock.instant());
    }

    private OrderChange rejected(Order order, String text) {
        return order.reject(text, FactSource.SUBMIT_ANSWER, clock.instant());
    }
}
