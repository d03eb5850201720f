package dev.capstan.execution.order.domain;

import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.trading.order.OrderStage;
import dev.capstan.trading.order.OrderTransitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what one step changes, each move checked against the table, and the facts with the order as it was after each. */
final class OrderEdit {

    private final OrderTerms terms;
    private final long version;
    private final List<OrderFact> facts = new ArrayList<>();
    private OrderStage stage;
    private @Nullable Instant approvedAt;
    private @Nullable Denial denial;
    private @Nullable Ending ending;
    private @Nullable Claim claim;
    private @Nullable VenueOrderId venueOrderId;
    private Execution execution;
    private boolean cancelRequested;
    private @Nullable Instant doubtSince;

    OrderEdit(Order order) {
        terms = order.terms();
        version = order.version();
        stage = order.stage();
        approvedAt = order.approvedAt();
        denial = order.denial();
        ending = order.ending();
        claim = order.claim();
        venueOrderId = order.venueOrderId();
        execution = order.execution();
        cancelRequested = order.cancelRequested();
        doubtSince = order.doubtSince();
    }

    OrderEdit to(OrderStage next) {
        stage = OrderTransitions.require(stage, next);
        doubtSince = null;
        return this;
    }

    OrderEdit approved(Instant at) {
        approvedAt = at;
        return to(OrderStage.NEW_APPROVED);
    }

    OrderEdit denied(Denial reason) {
        denial = reason;
        return to(OrderStage.DENIED);
    }

    OrderEdit ended(OrderStage end, Ending how) {
        ending = how;
        return to(end);
    }

    OrderEdit claimed(Claim next) {
        return claim(next).to(OrderStage.SUBMITTED);
    }

    OrderEdit claim(Claim next) {
        claim = next;
        return this;
    }

    OrderEdit inDoubt(Instant since) {
        to(OrderStage.UNKNOWN);
        doubtSince = since;
        return this;
    }

    OrderEdit cancelRequested() {
        cancelRequested = true;
        return this;
    }

    /** Ends an order that the venue certainly does not have. */
    OrderEdit canceledUnsent(Instant at) {
        return ended(OrderStage.CANCELED, new Ending(EndReason.CANCELED_BEFORE_SUBMIT, null))
                .fact(OrderEventType.OrderCanceled, FactSource.REQUEST, at);
    }

    OrderEdit venueSays(VenueOrderId id, Quantity executed) {
        venueOrderId = venueOrderId == null ? id : venueOrderId;
        execution = execution.venueSays(executed);
        return this;
    }

    /** Back on the book; how it ended is no longer true. */
    OrderEdit reopened() {
        to(execution.filledQuantity().isZero() ? OrderStage.ACCEPTED : OrderStage.PARTIALLY_FILLED);
        denial = null;
        ending = null;
        return this;
    }

    OrderEdit filled(FillDetails fill, FactSource source) {
        execution = execution.plus(fill);
        boolean whole = !terms.quantity().isGreaterThan(execution.filledQuantity());
        to(whole ? OrderStage.FILLED : OrderStage.PARTIALLY_FILLED);
        return fact(OrderEventType.OrderFilled, source, fill.occurredAt(), null, fill);
    }

    OrderStage stage() {
        return stage;
    }

    Execution execution() {
        return execution;
    }

    OrderEdit fact(OrderEventType type, FactSource source, Instant at) {
        return fact(type, source, at, null);
    }

    OrderEdit fact(OrderEventType type, FactSource source, Instant at, @Nullable String detail) {
        return fact(type, source, at, detail, null);
    }

    OrderChange change() {
        return new OrderChange(order(), facts);
    }

    private OrderEdit fact(
            OrderEventType type, FactSource source, Instant at, @Nullable String detail, @Nullable FillDetails fill) {
        Denial no = type == OrderEventType.OrderDenied ? denial : null;
        facts.add(new OrderFact(
                type,
                order(),
                fill,
                no == null ? null : no.reason(),
                endReason(type),
                no == null ? detail : no.context(),
                source,
                at));
        return this;
    }

    private @Nullable EndReason endReason(OrderEventType type) {
        boolean ends = type == OrderEventType.OrderCanceled || type == OrderEventType.OrderExpired;
        return ends && ending != null ? ending.reason() : null;
    }

    private Order order() {
        return new Order(
                terms,
                status(),
                approvedAt,
                denial,
                ending,
                claim,
                venueOrderId,
                execution,
                cancelRequested,
                doubtSince,
                version);
    }

    private OrderStatus status() {
        return stage.status();
    }
}
