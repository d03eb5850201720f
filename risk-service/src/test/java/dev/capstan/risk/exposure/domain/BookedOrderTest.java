package dev.capstan.risk.exposure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.order.OrderSnapshot;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.risk.OrderFixture;
import org.junit.jupiter.api.Test;

class BookedOrderTest {

    private final OrderFixture order =
            OrderFixture.limit(OrderFixture.account(), OrderFixture.BTCUSDT, Side.BUY, "3", "100");

    @Test
    void holdsNothingWhileTheIntentIsUndecided() {
        assertThat(met().after(order.received(1)).isHeld()).isFalse();
    }

    @Test
    void keepsWhatItsReservationHoldsThroughTheEventsBeforeTheVenue() {
        BookedOrder held =
                reserved().after(order.received(1)).after(order.approved(2)).after(order.submitted(3));
        assertThat(held.held()).isEqualTo(Quantity.parse("3"));
    }

    @Test
    void holdsAllOfItOnAnApprovalThatNoReservationIsKnownOf() {
        assertThat(met().after(order.approved(1)).held()).isEqualTo(Quantity.parse("3"));
    }

    @Test
    void movesFillsFromHeldToFilledAndCommitsToTheSame() {
        BookedOrder filled = reserved().after(order.accepted(1)).after(order.fill("1", "100", 2));
        assertThat(filled.held()).isEqualTo(Quantity.parse("2"));
        assertThat(filled.filled()).isEqualTo(Quantity.parse("1"));
        assertThat(filled.committed()).isEqualTo(reserved().committed());
    }

    @Test
    void givesBackTheRestWhenItEnds() {
        for (OrderStatus end : OrderStatus.values()) {
            if (end.isTerminal() && end != OrderStatus.FILLED) {
                OrderFixture one = OrderFixture.market(OrderFixture.account(), OrderFixture.BTCUSDT, Side.BUY, "3");
                BookedOrder ended = BookedOrder.met(one.received(1).order(), OrderFixture.NOW)
                        .reserved(Price.parse("100"), OrderFixture.NOW)
                        .after(one.fill("1", "100", 1))
                        .after(one.ended(OrderEventType.OrderCanceled, end, 2));
                assertThat(ended.isHeld()).as("held after %s", end).isFalse();
                assertThat(ended.filled()).isEqualTo(Quantity.parse("1"));
            }
        }
    }

    @Test
    void staysHeldForFillsThatAFinalSnapshotCountsAndThatAreStillToCome() {
        OrderEvent first = order.fill("1", "100", 1);
        OrderEvent second = order.fill("2", "100", 2);
        BookedOrder between = reserved().after(withSnapshotOf(first, second));
        assertThat(between.held()).isEqualTo(Quantity.parse("2"));
        assertThat(between.after(second).isHeld()).isFalse();
    }

    @Test
    void holdsTheRestAgainWhenItIsReopened() {
        BookedOrder canceled = reserved().after(order.fill("1", "100", 1)).after(order.canceled(2));
        assertThat(canceled.after(order.reopened(3)).held()).isEqualTo(Quantity.parse("2"));
    }

    @Test
    void refusesFillsBeyondWhatTheSnapshotSays() {
        OrderEvent fill = order.fill("1", "100", 1);
        BookedOrder once = reserved().after(fill);
        assertThatExceptionOfType(ContradictoryEvent.class)
                .isThrownBy(() -> once.after(OrderFixture.numbered(fill, 2)))
                .withMessageContaining("sumOfFills=2");
    }

    private BookedOrder met() {
        return BookedOrder.met(order.received(1).order(), OrderFixture.NOW);
    }

    private BookedOrder reserved() {
        return met().reserved(Price.parse("100"), OrderFixture.NOW);
    }

    private static OrderEvent withSnapshotOf(OrderEvent event, OrderEvent later) {
        OrderSnapshot snapshot = later.order();
        return new OrderEvent(
                event.eventId(),
                event.type(),
                event.number(),
                snapshot,
                event.fill(),
                null,
                null,
                null,
                event.source(),
                event.occurredAt(),
                event.recordedAt());
    }
}
