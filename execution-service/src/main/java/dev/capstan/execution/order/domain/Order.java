package dev.capstan.execution.order.domain;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.order.OrderSnapshot;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.trading.order.OrderStage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order at one moment; every step gives a new one. Steps that the transition table does not list throw.
 *
 * @param approvedAt set once risk reserved its share, and kept whatever comes later
 * @param ending set when it ended approved and not filled whole
 * @param claim the latest claim
 * @param doubtSince set while UNKNOWN
 * @param version rises with every stored step
 */
public record Order(
        OrderTerms terms,
        OrderStatus status,
        @Nullable Instant approvedAt,
        @Nullable Denial denial,
        @Nullable Ending ending,
        @Nullable Claim claim,
        @Nullable VenueOrderId venueOrderId,
        Execution execution,
        boolean cancelRequested,
        @Nullable Instant doubtSince,
        long version) {

    /** The intent: stored, nothing asked yet. */
    public static OrderChange received(OrderTerms terms) {
        Order order = new Order(terms, OrderStatus.NEW, null, null, null, null, null, Execution.NONE, false, null, 0);
        return new OrderEdit(order)
                .fact(OrderEventType.OrderReceived, FactSource.REQUEST, terms.receivedAt())
                .change();
    }

    /** An order that somebody else placed at the venue: it begins as the venue shows it, on the book. */
    public static OrderChange external(OrderTerms terms, VenueOrderId venueOrderId, FactSource source) {
        Order order = new Order(
                terms, OrderStatus.ACCEPTED, null, null, null, null, venueOrderId, Execution.NONE, false, null, 0);
        return new OrderEdit(order)
                .fact(OrderEventType.OrderAccepted, source, terms.receivedAt())
                .change();
    }

    public OrderChange approve(Instant at) {
        return edit().approved(at)
                .fact(OrderEventType.OrderApproved, FactSource.DECISION, at)
                .change();
    }

    public OrderChange deny(Denial denial, Instant at) {
        return edit().denied(denial)
                .fact(OrderEventType.OrderDenied, FactSource.DECISION, at)
                .change();
    }

    /** Takes the right to send; a second attempt only after {@link #notExecuted}. */
    public OrderChange submit(Claim claim) {
        if (this.claim != null && !this.claim.notExecuted()) {
            throw new IllegalStateException(
                    "an attempt that may have been executed is never followed by another: " + id());
        }
        String before =
                this.claim == null ? null : "after attempt " + this.claim.attempt() + ": " + this.claim.refusal();
        return edit().claimed(claim)
                .fact(OrderEventType.OrderSubmitted, FactSource.DECISION, claim.claimedAt(), before)
                .change();
    }

    /**
     * Stores that the latest attempt was certainly not executed, and why. No event: nothing happened to the order, unless somebody
     * wants it canceled, and then there is nothing left to cancel. The event of the next attempt tells the reason.
     */
    public OrderChange notExecuted(String why, Instant at) {
        if (claim == null || status != OrderStatus.SUBMITTED) {
            return OrderChange.none(this);
        }
        OrderEdit edit = edit().claim(claim.refused(why));
        return cancelRequested ? edit.canceledUnsent(at).change() : edit.change();
    }

    public OrderChange fallInDoubt(String detail, Instant at) {
        return edit().inDoubt(at)
                .fact(OrderEventType.OrderInDoubt, FactSource.DECISION, at, detail)
                .change();
    }

    public OrderChange reject(String text, FactSource source, Instant at) {
        return edit().ended(OrderStage.REJECTED, new Ending(EndReason.VENUE, text))
                .fact(OrderEventType.OrderRejected, source, at, text)
                .change();
    }

    /** Ends an order that the venue does not have. */
    public OrderChange expire(EndReason reason, @Nullable String detail, FactSource source, Instant at) {
        return edit().ended(OrderStage.EXPIRED, new Ending(reason, detail))
                .fact(OrderEventType.OrderExpired, source, at, detail)
                .change();
    }

    /** Ends it at once while it was never claimed; otherwise raises the flag, and the venue is asked. A repeat changes nothing. */
    public OrderChange requestCancel(Instant at) {
        if (cancelRequested || isTerminal()) {
            return OrderChange.none(this);
        }
        OrderEdit edit = edit().cancelRequested().fact(OrderEventType.OrderCancelRequested, FactSource.REQUEST, at);
        if (status == OrderStatus.NEW || isClaimable()) {
            edit.canceledUnsent(at);
        }
        return edit.change();
    }

    public OrderId id() {
        return terms.orderId();
    }

    public OrderStage stage() {
        return OrderStage.of(status, approvedAt != null);
    }

    public boolean isTerminal() {
        return status.isTerminal();
    }

    public boolean isUndecided() {
        return stage() == OrderStage.NEW_UNDECIDED;
    }

    /** Whether a claim may be tried: approved and never sent, or sent once more after a certain "not executed". */
    public boolean isClaimable() {
        return stage() == OrderStage.NEW_APPROVED
                || (status == OrderStatus.SUBMITTED && claim != null && claim.notExecuted());
    }

    /** Whether the venue may mean this order by the id; not when it has given it another one. */
    public boolean mayBe(VenueOrderId id) {
        return venueOrderId == null || venueOrderId.equals(id);
    }

    public int submitAttempt() {
        return claim == null ? 0 : claim.attempt();
    }

    public Quantity leavesQuantity() {
        return execution.filledQuantity().isGreaterThan(terms.quantity())
                ? Quantity.ZERO
                : Quantity.of(Plain.of(
                        terms.quantity().minus(execution.filledQuantity()).value()));
    }

    /** The order as others see it. */
    public OrderSnapshot snapshot() {
        return new OrderSnapshot(
                terms.orderId(),
                terms.clientOrderId(),
                terms.accountId(),
                terms.instrumentId(),
                terms.actingSubject(),
                terms.side(),
                terms.orderType(),
                terms.timeInForce(),
                terms.quantity(),
                terms.limitPrice(),
                terms.triggerPrice(),
                status,
                execution.filledQuantity(),
                leavesQuantity(),
                execution.averagePrice(),
                venueOrderId,
                submitAttempt(),
                cancelRequested,
                terms.isExternal(),
                terms.receivedAt());
    }

    OrderEdit edit() {
        return new OrderEdit(this);
    }
}
