package dev.capstan.execution.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.fixtures.Cluster;
import dev.capstan.execution.fixtures.ExecutionInstance;
import dev.capstan.execution.order.application.OrderHistory;
import dev.capstan.execution.order.application.Placement;
import dev.capstan.execution.order.domain.Order;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OrderLifeIT {

    private static final Cluster CLUSTER = new Cluster();
    private static final ExecutionInstance owner = CLUSTER.startOwner("execution-1");

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    @Test
    void takesAMarketOrderToFilledAndTellsEveryStep() {
        Order placed = CLUSTER.placed(owner, CLUSTER.market("fills"));

        Order filled = CLUSTER.awaitStatus(owner, placed, OrderStatus.FILLED);

        assertThat(placed.approvedAt()).isNotNull();
        assertThat(filled.execution().filledQuantity()).isEqualTo(Quantity.parse("0.5"));
        assertThat(CLUSTER.venue.arrivalsOf(placed.terms().clientOrderId())).isOne();
        assertThat(timeline(placed))
                .extracting(OrderEvent::type)
                .containsExactly(
                        OrderEventType.OrderReceived,
                        OrderEventType.OrderApproved,
                        OrderEventType.OrderSubmitted,
                        OrderEventType.OrderFilled);
        assertThat(timeline(placed).getLast().order()).isEqualTo(filled.snapshot());
    }

    @Test
    void answersARepeatWithTheSameOrderAndSendsNothingAgain() {
        Order first = CLUSTER.placed(owner, CLUSTER.market("repeat"));
        CLUSTER.awaitStatus(owner, first, OrderStatus.FILLED);

        Order second = CLUSTER.placed(owner, CLUSTER.market("repeat"));

        assertThat(second.terms()).isEqualTo(first.terms());
        assertThat(second.approvedAt()).isEqualTo(first.approvedAt());
        assertThat(CLUSTER.venue.arrivalsOf(first.terms().clientOrderId())).isOne();
    }

    @Test
    void refusesTheKeyOfAnotherRequest() {
        CLUSTER.placed(owner, CLUSTER.market("reused"));

        assertThat(CLUSTER.place(owner, CLUSTER.limit("reused"))).isInstanceOf(Placement.KeyReused.class);
    }

    @Test
    void keepsADenialAndItsWords() {
        CLUSTER.world.risk.answers(
                terms -> Optional.of(ReservationAnswer.denied(DenialReason.LIMIT_POSITION_SIZE, "limit=1 would=2")));
        try {
            Order denied = CLUSTER.placed(owner, CLUSTER.market("denied"));

            assertThat(denied.status()).isEqualTo(OrderStatus.DENIED);
            assertThat(CLUSTER.placed(owner, CLUSTER.market("denied")).denial()).isEqualTo(denied.denial());
            assertThat(CLUSTER.venue.arrivalsOf(denied.terms().clientOrderId())).isZero();
        } finally {
            CLUSTER.world.risk.answers(terms -> Optional.of(ReservationAnswer.approved()));
        }
    }

    private static List<OrderEvent> timeline(Order order) {
        return owner.bean(OrderHistory.class).timeline(order.id());
    }
}
