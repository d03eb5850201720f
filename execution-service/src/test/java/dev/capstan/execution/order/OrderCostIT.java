package dev.capstan.execution.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.fixtures.Cluster;
import dev.capstan.execution.fixtures.CountedSockets;
import dev.capstan.execution.fixtures.ExecutionInstance;
import dev.capstan.execution.fixtures.ScriptedVenue;
import dev.capstan.execution.order.application.OrderHistory;
import dev.capstan.execution.order.application.Orders;
import dev.capstan.execution.order.application.SendOrder;
import dev.capstan.execution.order.application.VenueReportIntake;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.venue.domain.SubmitAnswer;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.execution.venue.domain.VenueReport;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an order costs at the database, counted on the wire, and that nothing is saved at the wrong place. */
class OrderCostIT {

    /** Nothing goes on beside the orders of the test. */
    private static final Map<String, String> STILL = Map.of(
            "capstan.session.lease", "3h",
            "capstan.session.renew-every", "1h",
            "capstan.session.acquire-every", "1h",
            "capstan.orders.claim-every", "1h",
            "capstan.orders.overdue-every", "1h",
            "capstan.orders.follow-up-every", "1h",
            "spring.datasource.hikari.keepalive-time", "0",
            "spring.datasource.hikari.data-source-properties.socketFactory", CountedSockets.class.getName());

    private static final Cluster CLUSTER = new Cluster();
    private static final ExecutionInstance owner = CLUSTER.start("execution-1", STILL);

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    @BeforeAll
    static void begin() {
        CLUSTER.awaitOwner(owner);
    }

    @Test
    void placesAndFillsAnOrderWithTenRoundTripsAndThreeCommits() {
        List<Long> costs =
                IntStream.range(0, 20).mapToObj(i -> cost("cost-" + i)).toList();

        // Three each for intent, claim and answer, and one for the checks before risk. The first order also makes its
        // rows of state.
        assertThat(costs.stream().min(Comparator.naturalOrder())).contains(10L);
        assertThat(CLUSTER.stream(owner)).isNotEmpty();
    }

    private static long cost(String key) {
        long trips = CountedSockets.trips();
        long transactions = transactions();
        CLUSTER.placed(owner, CLUSTER.market(key));
        await().pollInterval(Duration.ofMillis(10)).until(() -> transactions() == transactions + 3);
        return CountedSockets.trips() - trips;
    }

    @Test
    void takesAReportThatSaysNothingNewWithOneReadAndNoTransaction() {
        Order order = CLUSTER.awaitStatus(owner, CLUSTER.placed(owner, CLUSTER.limit("resting")), OrderStatus.ACCEPTED);
        VenueReport first = CLUSTER.venue.fills(order.terms().clientOrderId(), Quantity.parse("0.2"));
        owner.bean(VenueReportIntake.class).accept(first);
        long transactions = transactions();
        long trips = CountedSockets.trips();

        report(first, first.venueOrderId(), VenueOrderState.ACCEPTED, Quantity.ZERO, List.of());
        owner.bean(VenueReportIntake.class).accept(first);

        assertThat(transactions()).isEqualTo(transactions);
        assertThat(CountedSockets.trips() - trips).isEqualTo(2);
        assertThat(types(order)).containsOnlyOnce(OrderEventType.OrderFilled);
    }

    @Test
    void takesTheEchoOfAnAnswerThatFilledTheOrderForNothing() {
        Order order = filled("echo");
        VenueReport truth = truth(order);
        await().until(() -> owner.bean(SendOrder.class).inFlight() == 0);
        long transactions = transactions();
        long trips = CountedSockets.trips();

        report(truth, truth.venueOrderId(), VenueOrderState.ACCEPTED, Quantity.ZERO, List.of());
        report(truth, truth.venueOrderId(), truth.state(), truth.executedQuantity(), truth.fills());

        assertThat(transactions()).isEqualTo(transactions);
        assertThat(CountedSockets.trips()).isEqualTo(trips);
        assertThat(types(order)).containsOnlyOnce(OrderEventType.OrderFilled);
    }

    @Test
    void booksAReportThatOvertakesTheAnswerAndNothingOfTheAnswer() {
        CLUSTER.venue.next(submission -> {
            VenueReport truth = CLUSTER.venue.execute(submission);
            owner.bean(VenueReportIntake.class).accept(ScriptedVenue.from(truth, FactSource.STREAM));
            return new SubmitAnswer.Acknowledged(truth);
        });
        long transactions = transactions();

        Order order = filled("overtaken");
        await().until(() -> owner.bean(SendOrder.class).inFlight() == 0);

        assertThat(transactions()).isEqualTo(transactions + 3);
        assertThat(timeline(order).getLast())
                .returns(OrderEventType.OrderFilled, OrderEvent::type)
                .returns(FactSource.STREAM, OrderEvent::source);
    }

    @Test
    void booksAFillThatIsNewHoweverMuchOfTheReportIsOld() {
        Order order =
                CLUSTER.awaitStatus(owner, CLUSTER.placed(owner, CLUSTER.limit("in-parts")), OrderStatus.ACCEPTED);
        VenueReport first = CLUSTER.venue.fills(order.terms().clientOrderId(), Quantity.parse("0.2"));
        VenueReport second = CLUSTER.venue.fills(order.terms().clientOrderId(), Quantity.parse("0.3"));

        owner.bean(VenueReportIntake.class).accept(first);
        owner.bean(VenueReportIntake.class).accept(second);
        owner.bean(VenueReportIntake.class).accept(first);

        assertThat(CLUSTER.now(owner, order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(types(order).stream().filter(OrderEventType.OrderFilled::equals))
                .hasSize(2);
    }

    @Test
    void keepsApartAnotherOrderThatTheVenueKnowsByTheSameClientId() {
        Order order = filled("namesake");
        VenueOrderId other = new VenueOrderId("other-" + truth(order).venueOrderId());

        report(truth(order), other, VenueOrderState.ACCEPTED, Quantity.ZERO, List.of());

        assertThat(owner.bean(Orders.class).findAtVenue(CLUSTER.account, Cluster.BTC, other))
                .hasValueSatisfying(found -> assertThat(found.id()).isNotEqualTo(order.id()));
        assertThat(CLUSTER.now(owner, order).venueOrderId())
                .isEqualTo(truth(order).venueOrderId());
    }

    private static Order filled(String key) {
        return CLUSTER.awaitStatus(owner, CLUSTER.placed(owner, CLUSTER.market(key)), OrderStatus.FILLED);
    }

    private static VenueReport truth(Order order) {
        return CLUSTER.venue.truth(order.terms().clientOrderId()).orElseThrow();
    }

    private static void report(
            VenueReport truth, VenueOrderId id, VenueOrderState state, Quantity executed, List<VenueFill> fills) {
        owner.bean(VenueReportIntake.class)
                .accept(new VenueReport(
                        truth.accountId(),
                        truth.instrumentId(),
                        truth.clientOrderId(),
                        id,
                        truth.side(),
                        truth.orderType(),
                        truth.timeInForce(),
                        truth.quantity(),
                        truth.limitPrice(),
                        truth.triggerPrice(),
                        state,
                        executed,
                        fills,
                        FactSource.STREAM,
                        null,
                        truth.placedAt(),
                        truth.occurredAt()));
    }

    /** Each transaction that takes a stream's lock is measured once. */
    private static long transactions() {
        return owner.bean(MeterRegistry.class).get("order.stream.hold").timer().count();
    }

    private static List<OrderEvent> timeline(Order order) {
        return owner.bean(OrderHistory.class).timeline(order.id());
    }

    private static List<OrderEventType> types(Order order) {
        return timeline(order).stream().map(OrderEvent::type).toList();
    }
}
