package dev.capstan.execution.order.domain;

import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.execution.venue.domain.VenueReport;
import dev.capstan.trading.order.OrderStage;
import java.util.Comparator;
import java.util.List;

/**
 * What a venue's report means for an order. The report may be old, repeated or incomplete, so only three things count: fills not booked
 * yet, that the venue has the order, and an end whose executed quantity our fills add up to.
 */
public final class VenueFacts {

    private static final Comparator<FillDetails> VENUE_ORDER =
            Comparator.comparing(FillDetails::occurredAt).thenComparingLong(FillDetails::tradeOrder);

    private VenueFacts() {}

    /**
     * The step that the report makes; none when it says nothing new.
     *
     * @param newFills fills of this order that are not booked yet
     */
    public static OrderChange book(Order order, VenueReport report, List<FillDetails> newFills) {
        if (order.isTerminal() && !contradicts(order, report, newFills)) {
            return OrderChange.none(order);
        }
        OrderEdit edit = order.edit();
        if (order.isTerminal()) {
            reopen(edit, report);
        }
        edit.venueSays(report.venueOrderId(), report.executedQuantity());
        newFills.stream().sorted(VENUE_ORDER).forEach(fill -> edit.filled(fill, report.source()));
        settle(edit, report);
        return edit.change();
    }

    /**
     * Whether a report whose fills are all booked has anything more to say: a larger executed quantity, the venue's id, an acknowledgement, an
     * end, or one that proves our end wrong; or fills to fetch.
     */
    public static boolean isNews(Order order, VenueReport report) {
        return isIncomplete(order, report) || !book(order, report, List.of()).isNone(order);
    }

    /** Whether the venue has executed, or ended, more than we could book. */
    public static boolean isIncomplete(Order order, VenueReport report) {
        return order.execution().lacksFills()
                || (!order.isTerminal() && report.state().isTerminal());
    }

    /** Whether the report proves an end wrong, rather than being an old one that comes late. */
    private static boolean contradicts(Order order, VenueReport report, List<FillDetails> newFills) {
        return !newFills.isEmpty()
                || report.executedQuantity().isGreaterThan(order.execution().filledQuantity())
                || (endedWithoutVenue(order) && report.state() != VenueOrderState.REJECTED);
    }

    private static boolean endedWithoutVenue(Order order) {
        Ending ending = order.ending();
        return order.venueOrderId() == null
                && (order.status() == OrderStatus.DENIED
                        || order.status() == OrderStatus.REJECTED
                        || (ending != null && ending.reason() != EndReason.VENUE));
    }

    private static void reopen(OrderEdit edit, VenueReport report) {
        edit.venueSays(report.venueOrderId(), report.executedQuantity())
                .reopened()
                .fact(OrderEventType.OrderReopened, report.source(), report.occurredAt(), report.text());
    }

    /** The status that goes with the fills, in their transaction; an end only when nothing is missing. */
    private static void settle(OrderEdit edit, VenueReport report) {
        if (edit.stage().isTerminal()) {
            return;
        }
        if (!report.state().isTerminal()) {
            acknowledge(edit, report);
        } else if (isComplete(edit, report)) {
            end(edit, report);
        }
    }

    private static void acknowledge(OrderEdit edit, VenueReport report) {
        boolean onTheWay = edit.stage() != OrderStage.ACCEPTED && edit.stage() != OrderStage.PARTIALLY_FILLED;
        if (onTheWay) {
            edit.to(OrderStage.ACCEPTED).fact(OrderEventType.OrderAccepted, report.source(), report.occurredAt());
        }
    }

    /** Both ways: fills that the report does not know yet make it an old one, whatever end it names. */
    private static boolean isComplete(OrderEdit edit, VenueReport report) {
        return !edit.execution().lacksFills()
                && edit.execution().filledQuantity().equals(report.executedQuantity());
    }

    private static void end(OrderEdit edit, VenueReport report) {
        switch (report.state()) {
            case CANCELED -> end(edit, report, OrderStage.CANCELED, OrderEventType.OrderCanceled);
            // A fill of the whole quantity has made it FILLED already; "filled" of less has ended by the venue's terms.
            case EXPIRED, FILLED -> end(edit, report, OrderStage.EXPIRED, OrderEventType.OrderExpired);
            case REJECTED -> end(edit, report, OrderStage.REJECTED, OrderEventType.OrderRejected);
            case ACCEPTED, PARTIALLY_FILLED ->
                throw new IllegalArgumentException("no end of an order: " + report.state());
        }
    }

    private static void end(OrderEdit edit, VenueReport report, OrderStage stage, OrderEventType type) {
        edit.ended(stage, new Ending(EndReason.VENUE, report.text()))
                .fact(type, report.source(), report.occurredAt(), report.text());
    }
}
