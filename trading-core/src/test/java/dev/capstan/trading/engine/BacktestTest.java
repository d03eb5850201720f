package dev.capstan.trading.engine;

import static dev.capstan.trading.engine.BacktestFixture.MINUTE;
import static dev.capstan.trading.engine.BacktestFixture.candles;
import static dev.capstan.trading.engine.BacktestFixture.eight;
import static dev.capstan.trading.engine.BacktestFixture.run;
import static dev.capstan.trading.engine.BacktestFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleColumnsBuilder;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.order.OrderStage;
import dev.capstan.trading.run.IntentReason;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final CommissionRate FREE = new CommissionRate(0);
    private static final String FLAT = "100 101 99 100";

    @Test
    void entersAtTheOpenAfterTheSignal() {
        BacktestResult result = run(candles(FLAT, "102 103 101 102", FLAT), "b", settings(FREE, FillRules.standard()));

        SimulatedFill fill = result.fills().getFirst();
        assertThat(fill.price()).isEqualTo(eight("102"));
        assertThat(fill.occurredAt()).isEqualTo(MINUTE);
        // 1 % of 10,000 over a stop 10 away from the close of 100
        assertThat(fill.quantity()).isEqualTo(eight("10"));
        assertThat(result.orders().getFirst().intent().stop()).isEqualTo(eight("90"));
        assertThat(result.cash()).isEqualTo(eight("8980"));
    }

    @Test
    void leavesAtTheOpenAfterTheOppositeSignal() {
        BacktestResult result = run(
                candles(FLAT, FLAT, "100 120 100 120", "110 111 109 110"), "b.s", settings(FREE, FillRules.standard()));

        assertThat(result.fills()).hasSize(2);
        assertThat(result.fills().getLast().price()).isEqualTo(eight("110"));
        assertThat(result.orders().getLast().intent().reason()).isEqualTo(IntentReason.EXIT_SIGNAL);
        assertThat(result.roundTrips()).singleElement().satisfies(trip -> {
            assertThat(trip.realizedPnl()).isEqualTo(eight("100"));
            assertThat(trip.openedAt()).isEqualTo(MINUTE);
            assertThat(trip.closedAt()).isEqualTo(3 * MINUTE);
        });
        assertThat(result.cash()).isEqualTo(eight("10100"));
    }

    @Test
    void aTouchedStopSellsAtTheNextOpen() {
        BacktestResult result =
                run(candles(FLAT, FLAT, "100 101 90 95", "94 94 94 94"), "b", settings(FREE, FillRules.standard()));

        assertThat(result.orders().getLast().intent().reason()).isEqualTo(IntentReason.STOP_LOSS);
        assertThat(result.fills().getLast().price()).isEqualTo(eight("94"));
    }

    @Test
    void theCandleOfTheEntryMayTouchTheStopToo() {
        BacktestResult result =
                run(candles(FLAT, "100 100 89 95", "94 94 94 94"), "b", settings(FREE, FillRules.standard()));

        assertThat(result.orders()).hasSize(2);
        assertThat(result.orders().getLast().intent().reason()).isEqualTo(IntentReason.STOP_LOSS);
    }

    @Test
    void whenOneCandleTouchedStopAndTargetTheStopCounts() {
        BacktestResult result = Backtest.run(
                candles(FLAT, FLAT, "100 120 80 100", FLAT),
                new ScriptedStrategy("b", 0.1, 0.1),
                settings(),
                BacktestProgress.NONE);

        assertThat(result.orders().getLast().intent().reason()).isEqualTo(IntentReason.STOP_LOSS);
    }

    @Test
    void aTouchedTargetSellsAtTheNextOpen() {
        BacktestResult result = Backtest.run(
                candles(FLAT, FLAT, "100 110 100 105", "106 106 106 106"),
                new ScriptedStrategy("b", 0.1, 0.1),
                settings(),
                BacktestProgress.NONE);

        assertThat(result.orders().getLast().intent().reason()).isEqualTo(IntentReason.TAKE_PROFIT);
        assertThat(result.fills().getLast().price()).isEqualTo(eight("106"));
    }

    @Test
    void commissionIsTakenFromWhatIsReceivedAndDustStays() {
        BacktestResult result =
                run(candles(FLAT, FLAT, FLAT, FLAT), "b.s", settings(new CommissionRate(1_234), FillRules.standard()));

        assertThat(result.fills().getFirst().commission()).isEqualTo(eight("0.01234"));
        assertThat(result.fills().getLast().quantity()).isEqualTo(eight("9.987"));
        assertThat(result.fills().getLast().commission()).isEqualTo(eight("1.2323958"));
        assertThat(result.holding()).isEqualTo(eight("0.00066"));
        assertThat(result.cash()).isEqualTo(eight("9997.4676042"));
        assertThat(result.roundTrips()).hasSize(1);
    }

    @Test
    void slippageIsPaidBothWays() {
        BacktestResult result =
                run(candles(FLAT, FLAT, FLAT, FLAT), "b.s", settings(FREE, new FillRules(eight("0.05"), 100)));

        assertThat(result.fills()).extracting(SimulatedFill::price).containsExactly(eight("100.05"), eight("99.95"));
    }

    @Test
    void whatACandleDoesNotTradeExpiresAndAnExitIsTriedAgain() {
        BacktestResult result = run(
                candles(FLAT, "100 101 99 100 4", FLAT, "100 101 99 100 1", "100 101 99 100 0", FLAT),
                "b.s",
                settings(FREE, FillRules.standard()));

        assertThat(result.orders())
                .extracting(SimulatedOrder::filledQuantity)
                .containsExactly(eight("4"), eight("1"), 0L, eight("3"));
        assertThat(result.orders())
                .extracting(SimulatedOrder::stage)
                .containsExactly(OrderStage.EXPIRED, OrderStage.EXPIRED, OrderStage.EXPIRED, OrderStage.FILLED);
        assertThat(result.orders().getLast().intent().reason()).isEqualTo(IntentReason.EXIT_REMAINDER);
        assertThat(result.roundTrips())
                .singleElement()
                .extracting(RoundTrip::quantity)
                .isEqualTo(eight("4"));
    }

    @Test
    void anOpenThatTheCashDoesNotPayForIsDenied() {
        BacktestResult result = Backtest.run(
                candles(FLAT, "103 103 103 103", FLAT),
                new ScriptedStrategy("b", 0.005, Double.NaN),
                settings(),
                BacktestProgress.NONE);

        assertThat(result.orders()).singleElement().satisfies(order -> {
            assertThat(order.stage()).isEqualTo(OrderStage.DENIED);
            assertThat(order.denial()).isEqualTo(DenialReason.BALANCE_INSUFFICIENT);
        });
        assertThat(result.fills()).isEmpty();
    }

    @Test
    void neverOrdersMoreThanNinetyNineHundredthsOfTheCash() {
        BacktestResult result = Backtest.run(
                candles(FLAT, FLAT, FLAT),
                new ScriptedStrategy("b", 0.005, Double.NaN),
                settings(FREE, FillRules.standard()),
                BacktestProgress.NONE);

        assertThat(result.fills().getFirst().quantity()).isEqualTo(eight("99"));
    }

    @Test
    void whatIsDecidedOnTheLastCandleIsNotOrdered() {
        BacktestResult result = run(candles(FLAT, FLAT), ".b", settings());

        assertThat(result.orders()).isEmpty();
        assertThat(result.unplaced()).isNotNull();
        assertThat(result.unplaced().side()).isEqualTo(Side.BUY);
    }

    @Test
    void endsWhenItsProgressSaysSo() {
        CandleColumnsBuilder many = new CandleColumnsBuilder(MINUTE, Backtest.STRIDE * 3);
        for (int row = 0; row < Backtest.STRIDE * 3; row++) {
            many.add(row * MINUTE, candles(FLAT).bar(0));
        }
        AtomicInteger told = new AtomicInteger();

        assertThatThrownBy(() -> Backtest.run(
                        many.build(), ScriptedStrategy.of(""), settings(), (_, _) -> told.incrementAndGet() < 2))
                .isInstanceOf(BacktestCanceledException.class)
                .hasMessageContaining(Integer.toString(2 * Backtest.STRIDE));
    }

    @Test
    void nothingLooksAhead() {
        CandleColumnsBuilder many = new CandleColumnsBuilder(MINUTE, Backtest.STRIDE * 2);
        for (int row = 0; row < Backtest.STRIDE * 2; row++) {
            many.add(row * MINUTE, candles(FLAT).bar(0));
        }

        assertThatThrownBy(() -> Backtest.run(
                        many.build(), new Clairvoyant(ScriptedStrategy.of("b")), settings(), BacktestProgress.NONE))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesNoCandles() {
        CandleColumns none = candles(FLAT).slice(0, 0);

        assertThatThrownBy(() -> run(none, "", settings())).hasMessageContaining("at least one candle");
    }
}
