package dev.capstan.risk.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.order.OrderStanding;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Side;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.testing.MovableClock;
import dev.capstan.risk.ExecutionStreams;
import dev.capstan.risk.OrderFixture;
import dev.capstan.risk.RiskInstance;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReservationSweepIT {

    private static final RiskInstance RISK = new RiskInstance("risk-sweep");

    private final AccountId account = OrderFixture.account();
    private final ExecutionStreams execution = RISK.execution();
    private final Map<ClientOrderId, OrderStanding> words = new HashMap<>();
    private final List<ClientOrderId> asked = new ArrayList<>();
    private final ReservationSweep sweep = new ReservationSweep(
            RISK.get(ExposureBooks.class),
            this::standings,
            new Release(RISK.get(ExposureBooks.class), RISK.get(StreamPositions.class), RISK.transactions()),
            new SweepSettings(Duration.ofSeconds(3), Duration.ofSeconds(10), 2),
            RISK.get(MovableClock.class));

    @AfterAll
    static void close() {
        RISK.close();
    }

    @BeforeEach
    void playPrices() {
        RISK.tick(OrderFixture.BTCUSDT, "100");
    }

    @Test
    void releasesAtOnceWhatExecutionDoesNotFind() {
        OrderFixture order = reserved("10");
        says(order, null, 0);
        sweepLater();
        assertThat(RISK.openOrders(account)).isZero();
    }

    @Test
    void leavesYoungReservationsAlone() {
        OrderFixture order = reserved("10");
        says(order, null, 0);
        sweep.run();
        assertThat(asked).doesNotContain(order.clientOrderId());
        assertThat(RISK.openOrders(account)).isEqualTo(1);
    }

    @Test
    void doesNotAskAboutOrdersThatRest() {
        OrderFixture order = reserved("10");
        execution.writeAndDeliver(order.accepted(1));
        sweepLater();
        assertThat(asked).doesNotContain(order.clientOrderId());
        assertThat(RISK.openOrders(account)).isEqualTo(1);
    }

    @Test
    void keepsWhatExecutionHasNotDecidedYet() {
        OrderFixture order = reserved("10");
        says(order, OrderStatus.NEW, execution.write(order.received(1)).number());
        sweepLater();
        assertThat(asked).contains(order.clientOrderId());
        assertThat(RISK.openOrders(account)).isEqualTo(1);
    }

    @Test
    void appliesTheMissingEventsOfAnEndedOrderFillsIncluded() {
        OrderFixture order = reserved("10");
        execution.write(order.approved(1));
        execution.write(order.fill("4", "100", 1));
        says(order, OrderStatus.CANCELED, execution.write(order.canceled(1)).number());
        sweepLater();
        assertThat(RISK.openOrders(account)).isZero();
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("400");
    }

    @Test
    void keepsWhatWasReopenedAfterTheWordWasGiven() {
        OrderFixture order = reserved("10");
        execution.write(order.submitted(1));
        says(order, OrderStatus.CANCELED, execution.write(order.canceled(1)).number());
        execution.write(order.reopened(1));
        sweepLater();
        assertThat(RISK.openOrders(account)).isEqualTo(1);
    }

    @Test
    void releasesNothingBeforeTheStreamIsAppliedAsFarAsTheWord() {
        OrderFixture order = reserved("10");
        execution.write(order.ended(OrderEventType.OrderExpired, OrderStatus.EXPIRED, 1));
        says(order, OrderStatus.EXPIRED, 7);
        // The stream ends at 1 for now: the word speaks of events that cannot be had yet, so the event itself must do
        // it.
        sweepLater();
        assertThat(execution.lastApplied("", order.key())).isEqualTo(1);
        assertThat(RISK.openOrders(account)).isZero();
        OrderFixture next = reserved("10");
        says(next, OrderStatus.EXPIRED, 9);
        sweepLater();
        assertThat(RISK.openOrders(account)).isEqualTo(1);
    }

    @Test
    void ignoresAWordAboutAnotherAccountsOrder() {
        OrderFixture order = reserved("10");
        words.put(
                order.clientOrderId(),
                new OrderStanding(order.clientOrderId(), OrderFixture.account().text(), OrderStatus.CANCELED, 0));
        sweepLater();
        assertThat(RISK.openOrders(account)).isEqualTo(1);
    }

    @Test
    void goesThroughAllBatches() {
        List<OrderFixture> orders = List.of(reserved("1"), reserved("2"), reserved("3"), reserved("4"), reserved("5"));
        orders.forEach(order -> says(order, null, 0));
        sweepLater();
        assertThat(RISK.openOrders(account)).isZero();
    }

    private OrderFixture reserved(String quantity) {
        RISK.tick(OrderFixture.BTCUSDT, "100");
        OrderFixture order = OrderFixture.limit(account, OrderFixture.BTCUSDT, Side.BUY, quantity, "100");
        RISK.reserve(order.request());
        return order;
    }

    private void says(OrderFixture order, @Nullable OrderStatus status, long lastEventNumber) {
        words.put(
                order.clientOrderId(),
                new OrderStanding(
                        order.clientOrderId(), status == null ? null : account.text(), status, lastEventNumber));
    }

    private void sweepLater() {
        RISK.get(MovableClock.class).advance(Duration.ofSeconds(11));
        sweep.run();
    }

    /** Other tests share the database; about their orders nothing is said here. */
    private List<OrderStanding> standings(List<ClientOrderId> ids) {
        asked.addAll(ids);
        return ids.stream().map(words::get).filter(Objects::nonNull).toList();
    }
}
