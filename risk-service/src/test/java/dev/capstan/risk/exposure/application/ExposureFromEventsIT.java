package dev.capstan.risk.exposure.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.risk.ExecutionStreams;
import dev.capstan.risk.OrderFixture;
import dev.capstan.risk.RecordedAlerts;
import dev.capstan.risk.RecordedAlerts.Alert;
import dev.capstan.risk.RiskInstance;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExposureFromEventsIT {

    private static final RiskInstance RISK = new RiskInstance("risk-exposure");

    private final AccountId account = OrderFixture.account();
    private final ExecutionStreams execution = RISK.execution();

    @AfterAll
    static void close() {
        RISK.close();
    }

    @BeforeEach
    void playPrices() {
        RISK.tick(OrderFixture.BTCUSDT, "100");
    }

    @Test
    void neverDipsBetweenAFillAtTheVenueAndItsEventHere() {
        // 600 of 1,000 are bought and filled; risk has not heard of the fill when the next 600 are asked for.
        OrderFixture first = buy("600");
        assertThat(RISK.reserve(first.request())).isEqualTo(ReservationAnswer.approved());
        List<OrderEvent> late = List.of(
                execution.write(first.received(1)),
                execution.write(first.approved(1)),
                execution.write(first.submitted(1)),
                execution.write(first.fill("250", "100", 1)),
                execution.write(first.fill("350", "100", 1)));
        assertThat(RISK.reserve(buy("600").request()).reason()).isEqualTo(DenialReason.LIMIT_INSTRUMENT_EXPOSURE);
        for (OrderEvent event : late) {
            execution.deliver(event);
            assertThat(RISK.exposure(account, "100"))
                    .as("after %s", event.type())
                    .isEqualByComparingTo("60000");
            assertThat(RISK.reserve(buy("600").request()).reason())
                    .as("after %s", event.type())
                    .isEqualTo(DenialReason.LIMIT_INSTRUMENT_EXPOSURE);
        }
        assertThat(RISK.openOrders(account)).isZero();
    }

    @Test
    void givesBackTheRestOfACanceledOrder() {
        OrderFixture order = buy("600");
        RISK.reserve(order.request());
        execution.writeAndDeliver(order.accepted(1));
        execution.writeAndDeliver(order.fill("100", "100", 1));
        execution.writeAndDeliver(order.canceled(1));
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("10000");
        assertThat(RISK.reserve(buy("600").request())).isEqualTo(ReservationAnswer.approved());
    }

    @Test
    void booksARepeatedRecordOnce() {
        OrderFixture order = buy("10");
        RISK.reserve(order.request());
        OrderEvent fill = execution.write(order.fill("10", "100", 1));
        execution.deliver(fill);
        execution.deliver(fill);
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("1000");
    }

    @Test
    void holdsAReopenedOrderAgainBeyondTheLimitAndSaysSo() {
        OrderFixture order = buy("600");
        RISK.reserve(order.request());
        execution.writeAndDeliver(order.approved(1));
        execution.writeAndDeliver(order.canceled(1));
        RISK.reserve(buy("600").request());
        execution.writeAndDeliver(order.reopened(1));
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("120000");
        assertThat(alertOf(order).detail())
                .contains("reason=LIMIT_INSTRUMENT_EXPOSURE", "limit=100000", "would=120000", "current=60000");
    }

    @Test
    void booksAnOrderFoundAtTheVenueBeyondTheLimitAndSaysSo() {
        OrderFixture found = OrderFixture.external(account, OrderFixture.BTCUSDT, Side.BUY, "2000");
        execution.writeAndDeliver(found.accepted(1));
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("200000");
        assertThat(alertOf(found).code()).isEqualTo("LIMIT_EXCEEDED");
        execution.writeAndDeliver(found.fill("2000", "100", 1));
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("200000");
        assertThat(alertsAbout(found)).hasSize(1);
    }

    @Test
    void saysNothingAboutAFoundOrderWithinTheLimits() {
        OrderFixture found = OrderFixture.external(account, OrderFixture.BTCUSDT, Side.BUY, "2");
        execution.writeAndDeliver(found.accepted(1));
        assertThat(alertsAbout(found)).isEmpty();
    }

    @Test
    void takesACommissionInTheBaseAssetOffThePosition() {
        OrderFixture order = buy("10");
        RISK.reserve(order.request());
        execution.writeAndDeliver(order.fill(Quantity.parse("10"), "100", "0.01", "BTC", 1));
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("999");
    }

    private Alert alertOf(OrderFixture order) {
        return alertsAbout(order).getFirst();
    }

    private static List<Alert> alertsAbout(OrderFixture order) {
        return RISK.get(RecordedAlerts.class).about(order.orderId().text());
    }

    private OrderFixture buy(String quantity) {
        return OrderFixture.limit(account, OrderFixture.BTCUSDT, Side.BUY, quantity, "100");
    }
}
