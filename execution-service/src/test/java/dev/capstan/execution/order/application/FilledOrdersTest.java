package dev.capstan.execution.order.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.TradeId;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderFixture;
import dev.capstan.execution.order.domain.VenueFacts;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.execution.venue.domain.VenueReport;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of the fixture: 3 BTC, filled by the trades 1 and 2. */
class FilledOrdersTest {

    private static final VenueReport WHOLE =
            OrderFixture.report(VenueOrderState.FILLED, "3", OrderFixture.fill(1, "1"), OrderFixture.fill(2, "2"));
    private static final Order FILLED =
            OrderFixture.book(OrderFixture.submitted(), WHOLE).after();

    private final FilledOrders orders = new FilledOrders();

    private static Stream<VenueReport> echoes() {
        return Stream.of(
                WHOLE,
                OrderFixture.report(VenueOrderState.ACCEPTED, "0"),
                OrderFixture.report(VenueOrderState.PARTIALLY_FILLED, "1", OrderFixture.fill(1, "1")),
                OrderFixture.report(VenueOrderState.FILLED, "3", OrderFixture.fill(2, "2")),
                OrderFixture.report(VenueOrderState.FILLED, "3"),
                OrderFixture.report(VenueOrderState.CANCELED, "1"),
                OrderFixture.report(VenueOrderState.EXPIRED, "3"));
    }

    @Test
    void explainsWhatRepeatsAFilledOrder() {
        orders.remember(FILLED, ReportedOrders.trades(WHOLE));

        assertThat(echoes()).allMatch(orders::explain);
    }

    @Test
    void explainsNothingThatGoesFurther() {
        orders.remember(FILLED, ReportedOrders.trades(WHOLE));

        assertThat(orders.explain(OrderFixture.report(VenueOrderState.FILLED, "3.1")))
                .isFalse();
        assertThat(orders.explain(OrderFixture.report(VenueOrderState.FILLED, "3", OrderFixture.fill(3, "1"))))
                .isFalse();
    }

    @Test
    void learnsMoreTradesOfAnOrderItKnows() {
        orders.remember(FILLED, Set.of(new TradeId("2")));
        assertThat(orders.explain(WHOLE)).isFalse();

        orders.remember(FILLED, Set.of(new TradeId("1")));
        assertThat(orders.explain(WHOLE)).isTrue();
    }

    @Test
    void keepsOnlyOrdersThatAreFilledWhole() {
        Order partly = OrderFixture.book(
                        OrderFixture.submitted(),
                        OrderFixture.report(VenueOrderState.PARTIALLY_FILLED, "1", OrderFixture.fill(1, "1")))
                .after();
        Order canceled = OrderFixture.book(OrderFixture.submitted(), OrderFixture.report(VenueOrderState.CANCELED, "0"))
                .after();

        orders.remember(partly, Set.of(new TradeId("1")));
        orders.remember(canceled, Set.of());

        assertThat(echoes()).noneMatch(orders::explain);
    }

    /** Why it may be out of date: to no state that a filled order can still come to does an echo say anything. */
    @Test
    void missesNothingOfAnOrderThatWasReopenedSince() {
        Order lacking = OrderFixture.book(FILLED, OrderFixture.report(VenueOrderState.PARTIALLY_FILLED, "4"))
                .after();
        Order further = OrderFixture.book(
                        lacking, OrderFixture.report(VenueOrderState.PARTIALLY_FILLED, "4", OrderFixture.fill(3, "1")))
                .after();
        Order canceled = OrderFixture.book(
                        lacking, OrderFixture.report(VenueOrderState.CANCELED, "4", OrderFixture.fill(3, "1")))
                .after();

        for (Order later : List.of(FILLED, lacking, further, canceled)) {
            assertThat(echoes())
                    .allMatch(echo -> VenueFacts.book(later, echo, List.of()).isNone(later));
        }
    }
}
