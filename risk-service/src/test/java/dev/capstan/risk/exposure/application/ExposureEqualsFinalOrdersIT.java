package dev.capstan.risk.exposure.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.risk.ReservationAnswer.Outcome;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.risk.ExecutionStreams;
import dev.capstan.risk.OrderFixture;
import dev.capstan.risk.RiskInstance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Random orders, whose events come late, twice and ahead of each other. At every moment risk counts at least what the orders have really
 * come to; once all events are in, it counts exactly that.
 */
class ExposureEqualsFinalOrdersIT {

    private static final RiskInstance RISK = new RiskInstance("risk-property");
    private static final List<InstrumentId> INSTRUMENTS = List.of(OrderFixture.BTCUSDT, OrderFixture.ETHUSDT);

    private final AccountId account = OrderFixture.account();
    private final ExecutionStreams execution = RISK.execution();
    private final List<OrderFixture> orders = new ArrayList<>();
    private final List<OrderEvent> inFlight = new ArrayList<>();

    @AfterAll
    static void close() {
        RISK.close();
    }

    @RepeatedTest(8)
    void whateverTheOrderOfDelivery() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int step = 0; step < 150; step++) {
            INSTRUMENTS.forEach(instrument -> RISK.tick(instrument, "100"));
            switch (random.nextInt(4)) {
                case 0 -> place(random);
                case 1, 2 -> advance(random);
                default -> deliver(random);
            }
            assertThat(RISK.exposure(account, "100"))
                    .as("seed %d, step %d: counted against real", seed, step)
                    .isGreaterThanOrEqualTo(held(OrderFixture::filled));
        }
        orders.forEach(this::end);
        while (!inFlight.isEmpty()) {
            deliver(random);
        }
        assertThat(RISK.exposure(account, "100"))
                .as("seed %d: at the end", seed)
                .isEqualByComparingTo(held(OrderFixture::filled));
        assertThat(RISK.openOrders(account))
                .as("seed %d: open at the end", seed)
                .isZero();
    }

    private void place(Random random) {
        InstrumentId instrument = INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size()));
        OrderFixture order =
                OrderFixture.limit(account, instrument, Side.BUY, String.valueOf(1 + random.nextInt(200)), "100");
        if (random.nextInt(3) > 0) {
            write(order.received(1));
        }
        if (RISK.reserve(order.request()).outcome() == Outcome.APPROVED) {
            orders.add(order);
            write(order.approved(1));
        } else {
            write(order.ended(OrderEventType.OrderDenied, OrderStatus.DENIED, 1));
        }
    }

    /** Something happens to an open order at the venue, and execution commits it. */
    private void advance(Random random) {
        List<OrderFixture> open =
                orders.stream().filter(order -> !order.status().isTerminal()).toList();
        if (open.isEmpty()) {
            return;
        }
        OrderFixture order = open.get(random.nextInt(open.size()));
        switch (random.nextInt(5)) {
            case 0 -> write(order.submitted(1));
            case 1 -> write(order.accepted(1));
            case 2 -> write(order.canceled(1));
            default -> write(order.fill(part(order, random), "100", "0", "BNB", 1));
        }
    }

    private static Quantity part(OrderFixture order, Random random) {
        long leaves = order.quantity().minus(order.filled()).value().longValueExact();
        return Quantity.of(BigDecimal.valueOf(1 + random.nextLong(leaves)));
    }

    private void end(OrderFixture order) {
        if (!order.status().isTerminal()) {
            write(order.ended(OrderEventType.OrderExpired, OrderStatus.EXPIRED, 1));
        }
    }

    private void write(OrderEvent event) {
        OrderEvent numbered = execution.write(event);
        inFlight.add(numbered);
        if (numbered.number() % 4 == 0) {
            inFlight.add(numbered);
        }
    }

    private void deliver(Random random) {
        if (!inFlight.isEmpty()) {
            execution.deliver(inFlight.remove(random.nextInt(inFlight.size())));
        }
    }

    private BigDecimal held(java.util.function.Function<OrderFixture, Quantity> amount) {
        return orders.stream()
                .map(order -> amount.apply(order).value().multiply(BigDecimal.valueOf(100)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
