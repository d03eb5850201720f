package dev.capstan.risk.exposure.domain;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.order.OrderSnapshot;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.risk.exposure.OpenOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What risk knows of one order.
 *
 * @param reservedPrice the least its open part is valued at; zero when only the mark is known
 * @param answer what the reservation was answered; null when risk was not asked (yet)
 * @param status after the last event applied; null before the first
 * @param filled sum of the fills applied
 * @param held what still counts as open
 * @param lastEventNumber 0 before the first event
 */
public record BookedOrder(
        OrderId orderId,
        ClientOrderId clientOrderId,
        StreamKey key,
        Side side,
        Quantity quantity,
        Price reservedPrice,
        @Nullable ReservationAnswer answer,
        @Nullable OrderStatus status,
        Quantity filled,
        Quantity held,
        long lastEventNumber,
        Instant bookedAt) {

    /** An order nothing is known of but what it asks for; it holds nothing. */
    public static BookedOrder unseen(
            OrderId orderId,
            ClientOrderId clientOrderId,
            StreamKey key,
            Side side,
            Quantity quantity,
            Price reservedPrice,
            Instant now) {
        return new BookedOrder(
                orderId,
                clientOrderId,
                key,
                side,
                quantity,
                reservedPrice,
                null,
                null,
                Quantity.ZERO,
                Quantity.ZERO,
                0,
                now);
    }

    /** First met in an event. It is valued at the price it names: of limit and trigger the higher. */
    public static BookedOrder met(OrderSnapshot order, Instant now) {
        return unseen(
                order.orderId(),
                order.clientOrderId(),
                new StreamKey(order.accountId(), order.instrumentId()),
                order.side(),
                order.quantity(),
                higher(order.limitPrice(), order.triggerPrice()),
                now);
    }

    private static Price higher(@Nullable Price limit, @Nullable Price trigger) {
        Price one = limit == null ? Price.ZERO : limit;
        return trigger == null || one.compareTo(trigger) > 0 ? one : trigger;
    }

    /** Approved: all of it is held until events say otherwise. */
    public BookedOrder reserved(Price price, Instant now) {
        return with(price, ReservationAnswer.approved(), status, filled, quantity.minus(filled), lastEventNumber, now);
    }

    /** Answered without any effect on what is held. */
    public BookedOrder answered(ReservationAnswer given) {
        return with(reservedPrice, given, status, filled, held, lastEventNumber, bookedAt);
    }

    /** Nothing of it is held any more. */
    public BookedOrder released() {
        return with(reservedPrice, answer, status, filled, Quantity.ZERO, lastEventNumber, bookedAt);
    }

    /**
     * The order after {@code event}.
     *
     * @throws ContradictoryEvent when the event's own figures contradict each other or those before it
     */
    public BookedOrder after(OrderEvent event) {
        OrderSnapshot order = event.order();
        Quantity filledAfter = filledAfter(event);
        return with(
                reservedPrice,
                answer,
                order.status(),
                filledAfter,
                heldAfter(event, filledAfter),
                event.number(),
                bookedAt);
    }

    /** What the order commits the account to, filled or not. */
    public Quantity committed() {
        return filled.plus(held);
    }

    public boolean isHeld() {
        return !held.isZero();
    }

    /** Whether nothing more will come of it, as far as events told. */
    public boolean isEnded() {
        return status != null && status.isTerminal();
    }

    public OpenOrder openOrder() {
        return new OpenOrder(side, held, reservedPrice);
    }

    /** What the order is stays; what became of it is new. */
    private BookedOrder with(
            Price price,
            @Nullable ReservationAnswer given,
            @Nullable OrderStatus statusNow,
            Quantity filledNow,
            Quantity heldNow,
            long eventNumber,
            Instant booked) {
        return new BookedOrder(
                orderId,
                clientOrderId,
                key,
                side,
                quantity,
                price,
                given,
                statusNow,
                filledNow,
                heldNow,
                eventNumber,
                booked);
    }

    private Quantity filledAfter(OrderEvent event) {
        FillDetails fill = event.fill();
        Quantity sum = fill == null ? filled : filled.plus(fill.lastQuantity());
        Quantity told = event.order().filledQuantity();
        // The fills of one transaction may all carry its last snapshot, so the snapshot may be ahead of the sum, never
        // behind it.
        if (sum.isGreaterThan(told) || told.isGreaterThan(quantity)) {
            throw new ContradictoryEvent("order=%s quantity=%s filledQuantity=%s sumOfFills=%s"
                    .formatted(orderId, quantity.text(), told.text(), sum.text()));
        }
        return sum;
    }

    private Quantity heldAfter(OrderEvent event, Quantity filledAfter) {
        OrderStatus now = event.order().status();
        if (now.isTerminal()) {
            // Zero, unless fills the snapshot already counts are still to come: those stay held until they are
            // position.
            return event.order().filledQuantity().minus(filledAfter);
        }
        if (now == OrderStatus.NEW && event.type() != OrderEventType.OrderApproved) {
            // Undecided: an intent counts only once it is reserved, or two intents would refuse each other.
            return held;
        }
        return quantity.minus(filledAfter);
    }
}
