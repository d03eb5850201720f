package dev.capstan.risk.exposure.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.kit.consumer.EventRuleViolation;
import dev.capstan.risk.CountedStatements;
import dev.capstan.risk.ExecutionStreams;
import dev.capstan.risk.OrderFixture;
import dev.capstan.risk.RecordedAlerts;
import dev.capstan.risk.RecordedAlerts.Alert;
import dev.capstan.risk.RiskDatabase;
import dev.capstan.risk.RiskInstance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Where a stream is cut into batches is chance, so it must not show: not in a row, not in an alert. */
class ExposureInBatchesIT {

    private static final RiskInstance RISK = new RiskInstance("risk-batches");

    private final ExecutionStreams execution = RISK.execution();

    @AfterAll
    static void close() {
        RISK.close();
    }

    @BeforeEach
    void playPrices() {
        RISK.tick(OrderFixture.BTCUSDT, "100");
    }

    @RepeatedTest(6)
    void storesAndTellsTheSameWhereverBatchesAreCut() {
        long seed = System.nanoTime();
        List<Object> alone = played(new Random(seed), new Random(seed), 1);
        List<Object> together = played(new Random(seed), new Random(seed + 1), 12);

        assertThat(together).as("seed %d", seed).isEqualTo(alone);
        assertThat(alone)
                .as("seed %d: alerts were raised at all", seed)
                .last()
                .asString()
                .contains("LIMIT_EXCEEDED");
    }

    @Test
    void storesNothingOfABatchThatHoldsAContradiction() {
        AccountId account = OrderFixture.account();
        OrderFixture found = OrderFixture.external(account, OrderFixture.BTCUSDT, Side.BUY, "10");
        execution.write(found.accepted(1));
        OrderEvent fill = execution.write(found.fill("4", "100", 1));
        // The same fill under the next number: its sum is beyond what its own snapshot tells.
        execution.write(fill);

        assertThatThrownBy(() -> execution.deliverAtOnce(found.key(), 3)).isInstanceOf(EventRuleViolation.class);
        assertThat(rows(found.key())).isEmpty();

        execution.deliverAtOnce(found.key(), 2);
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("1000");
    }

    @Test
    void keepsAnotherOrdersRoomApartWithinOneBatch() {
        AccountId account = OrderFixture.account();
        OrderFixture first = OrderFixture.external(account, OrderFixture.BTCUSDT, Side.BUY, "600");
        OrderFixture second = OrderFixture.external(account, OrderFixture.BTCUSDT, Side.BUY, "600");
        execution.write(first.accepted(1));
        execution.write(second.accepted(1));
        execution.deliverAtOnce(first.key(), 2);

        assertThat(RISK.get(RecordedAlerts.class).about(first.orderId().text())).isEmpty();
        assertThat(RISK.get(RecordedAlerts.class).about(second.orderId().text()))
                .as("the first order of the batch counts when the second is judged")
                .singleElement()
                .satisfies(alert -> assertThat(alert.detail()).contains("current=60000", "would=120000"));
    }

    @Test
    void costsThreeStatementsHoweverManyEventsAndOrdersThereAre() {
        AccountId account = OrderFixture.account();
        StreamKey key = new StreamKey(account, OrderFixture.BTCUSDT);
        for (int order = 0; order < 10; order++) {
            OrderFixture reserved = OrderFixture.limit(account, OrderFixture.BTCUSDT, Side.BUY, "1", "100");
            RISK.reserve(reserved.request());
            execution.write(reserved.received(1));
            execution.write(reserved.approved(1));
            execution.write(reserved.submitted(1));
            execution.write(reserved.fill("1", "100", 1));
        }

        assertThat(RISK.get(CountedStatements.class).during(() -> execution.deliverAtOnce(key, 40)))
                .as("key locked, orders read, all written")
                .isEqualTo(3);
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("1000");
    }

    /** Plays what {@code story} tells on a new account; {@code cuts} decides after how many events a poll ends, at most {@code atMost}. */
    private List<Object> played(Random story, Random cuts, int atMost) {
        AccountId account = OrderFixture.account();
        List<OrderFixture> orders = new ArrayList<>();
        for (int step = 0; step < 80; step++) {
            tell(story, account, orders);
        }
        // Beyond any limit, whatever was before it: so that no story ends without an alert to compare.
        OrderFixture huge = OrderFixture.external(account, OrderFixture.BTCUSDT, Side.BUY, "50000");
        orders.add(huge);
        execution.write(huge.accepted(1));
        StreamKey key = new StreamKey(account, OrderFixture.BTCUSDT);
        long written = execution.lastWritten(key);
        for (long next = 0; next < written; ) {
            next = Math.min(written, next + 1 + cuts.nextInt(atMost));
            execution.deliverAtOnce(key, next);
        }
        List<Object> seen = new ArrayList<>(rows(key));
        seen.add(orders.stream().map(ExposureInBatchesIT::alerts).toList().toString());
        return seen;
    }

    private void tell(Random story, AccountId account, List<OrderFixture> orders) {
        OrderFixture order = orders.isEmpty() || story.nextInt(4) == 0
                ? placed(story, account, orders)
                : orders.get(story.nextInt(orders.size()));
        if (order.status().isTerminal()) {
            if (order.filled().isZero()) {
                execution.write(order.reopened(1));
            }
            return;
        }
        switch (story.nextInt(6)) {
            case 0 -> execution.write(order.submitted(1));
            case 1 -> execution.write(order.accepted(1));
            case 2 -> execution.write(order.canceled(1));
            case 3 -> execution.write(order.ended(OrderEventType.OrderRejected, OrderStatus.REJECTED, 1));
            default -> execution.write(order.fill(part(order, story), "100." + story.nextInt(100), "0.01", "BTC", 1));
        }
    }

    /** Some are reserved, some are found at the venue, which is what alerts come of. */
    private OrderFixture placed(Random story, AccountId account, List<OrderFixture> orders) {
        String quantity = String.valueOf(50 + story.nextInt(300));
        Side side = story.nextInt(5) == 0 ? Side.SELL : Side.BUY;
        OrderFixture order = story.nextBoolean()
                ? OrderFixture.external(account, OrderFixture.BTCUSDT, side, quantity)
                : OrderFixture.limit(account, OrderFixture.BTCUSDT, side, quantity, "100");
        if (story.nextBoolean()) {
            RISK.reserve(order.request());
        }
        orders.add(order);
        execution.write(order.received(1));
        return order;
    }

    private static Quantity part(OrderFixture order, Random story) {
        long leaves = order.quantity().minus(order.filled()).value().longValueExact();
        return Quantity.of(BigDecimal.valueOf(1 + story.nextLong(leaves)));
    }

    private static List<String> alerts(OrderFixture order) {
        return RISK.get(RecordedAlerts.class).about(order.orderId().text()).stream()
                .map(alert -> alert.code() + " " + withoutIds(alert, order))
                .toList();
    }

    private static String withoutIds(Alert alert, OrderFixture order) {
        return alert.detail().replace(order.clientOrderId().text(), "CLIENT-ORDER-ID");
    }

    /** Every column but ids, which differ from play to play. */
    private static List<Object> rows(StreamKey key) {
        List<Object> rows = new ArrayList<>();
        for (String sql : List.of("""
                SELECT position_quantity, last_price, quote_asset, last_event_number, as_of, parked, rebuild_until
                  FROM instrument_exposure WHERE account_id = ? AND instrument_id = ?""", """
                SELECT side, quantity, reserved_price, outcome, denial_reason, denial_context, status, filled_quantity,
                       held_quantity, last_event_number, booked_at
                  FROM booked_order WHERE account_id = ? AND instrument_id = ? ORDER BY last_event_number, quantity""")) {
            RiskDatabase.session()
                    .sql(sql)
                    .params(key.accountId().value(), key.instrumentId().text())
                    .query()
                    .listOfRows()
                    .forEach(row -> rows.add(row.toString()));
        }
        return rows;
    }
}
