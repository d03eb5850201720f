package dev.capstan.trading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.backtest.Evidence;
import dev.capstan.contracts.backtest.EvidenceFill;
import dev.capstan.contracts.backtest.EvidenceOrder;
import dev.capstan.contracts.backtest.EvidenceRoundTrip;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.engine.Backtest;
import dev.capstan.trading.engine.BacktestProgress;
import dev.capstan.trading.engine.BacktestResult;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Parameters;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacktestEvidenceTest {

    private static final int CANDLES = 10_000;
    private static final StrategyKind KIND =
            BuiltInStrategies.kinds().find("sma-cross").orElseThrow();
    private static final Parameters PARAMETERS =
            ((ParameterCheck.Accepted) KIND.check(Map.of("takeProfitPercent", "1.50"))).parameters();

    private final BacktestResult result = run();
    private final Evidence evidence = evidence(result);

    @Test
    void saysWhatWentIn() {
        assertThat(evidence.strategy().kind()).isEqualTo("sma-cross");
        assertThat(evidence.strategy().parameters())
                .containsEntry("fast", "9")
                .containsEntry("takeProfitPercent", "1.5");
        assertThat(evidence.instrument().tick()).hasToString("0.01");
        assertThat(evidence.settings().capital()).hasToString("10000");
        assertThat(evidence.settings().riskPercent()).isEqualTo(new BigDecimal("1.25"));
        assertThat(evidence.settings().commissionPercent()).isEqualTo(new BigDecimal("0.1"));
        assertThat(evidence.settings().slippage()).hasToString("0.02");
        assertThat(evidence.candles().count()).isEqualTo(CANDLES);
        assertThat(evidence.candles().firstOpenTime()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(evidence.candles().lastOpenTime())
                .isEqualTo(Instant.parse("2024-01-01T00:00:00Z").plus(Duration.ofMinutes(CANDLES - 1)));
    }

    @Test
    void hasEveryOrderFillAndRoundTrip() {
        assertThat(evidence.fingerprint()).isEqualTo(result.fingerprint());
        assertThat(evidence.orders()).hasSameSizeAs(result.orders()).hasSizeGreaterThan(100);
        assertThat(evidence.fills()).hasSameSizeAs(result.fills());
        assertThat(evidence.roundTrips()).hasSameSizeAs(result.roundTrips());
        EvidenceOrder first = evidence.orders().getFirst();
        EvidenceFill fill = evidence.fills().getFirst();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.side()).isEqualTo(Side.BUY);
        assertThat(first.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(first.denial()).isNull();
        assertThat(first.reason()).isEqualTo("ENTRY_SIGNAL");
        assertThat(fill.order()).isEqualTo(1);
        assertThat(fill.occurredAt()).isEqualTo(first.placedAt());
        assertThat(fill.quantity()).isEqualTo(first.filledQuantity());
    }

    @Test
    void theMoneyAddsUp() {
        BigDecimal cash = evidence.settings().capital().value();
        for (EvidenceFill fill : evidence.fills()) {
            BigDecimal amount = Decimal8.decimal(Decimal8.amount(
                    Decimal8.of(fill.price().value()),
                    Decimal8.of(fill.quantity().value())));
            cash = fill.side() == Side.BUY
                    ? cash.subtract(amount)
                    : cash.add(amount).subtract(fill.commission().value());
        }
        assertThat(evidence.end().cash().value()).isEqualByComparingTo(cash);
        for (EvidenceRoundTrip trip : evidence.roundTrips()) {
            assertThat(trip.realizedPnl()).isEqualTo(trip.received().minus(trip.paid()));
        }
        long commission = result.fills().stream()
                .mapToLong(fill ->
                        fill.side() == Side.BUY ? Decimal8.amount(fill.price(), fill.commission()) : fill.commission())
                .sum();
        assertThat(evidence.metrics().commission().value()).isEqualByComparingTo(Decimal8.decimal(commission));
    }

    @Test
    void theCurveIsThinnedAndEndsWhereTheRunEnds() {
        assertThat(evidence.equity()).hasSizeBetween(1_000, 2_000);
        assertThat(evidence.equity().getLast().equity())
                .isEqualTo(evidence.end().equity());
        assertThat(evidence.equity().getLast().time())
                .isEqualTo(evidence.candles().lastOpenTime().plus(Duration.ofMinutes(1)));
        Duration step = Duration.between(
                evidence.equity().get(0).time(), evidence.equity().get(1).time());
        for (int i = 1; i < evidence.equity().size(); i++) {
            assertThat(Duration.between(
                            evidence.equity().get(i - 1).time(),
                            evidence.equity().get(i).time()))
                    .isEqualTo(step);
        }
    }

    @Test
    void isAFunctionOfItsInput() {
        assertThat(evidence(run())).isEqualTo(evidence);
    }

    private static BacktestResult run() {
        InstrumentRules rules = new InstrumentRules(
                Decimal8.parse("0.01"),
                Decimal8.parse("0.001"),
                Decimal8.parse("0.001"),
                Decimal8.parse("1000"),
                Decimal8.parse("5"));
        return Backtest.run(
                RandomWalk.candles(11, CANDLES),
                KIND.create(PARAMETERS),
                new BacktestSettings(
                        new RunSettings(rules, Decimal8.parse("10000"), 12_500),
                        new CommissionRate(1_000),
                        new FillRules(Decimal8.parse("0.02"), 100),
                        null),
                BacktestProgress.NONE);
    }

    private static Evidence evidence(BacktestResult result) {
        EvidenceInputs inputs =
                new EvidenceInputs("sma-cross", PARAMETERS, null, "random-walk:11", 0, 0, "sha256:" + "0".repeat(64));
        return BacktestEvidence.of(inputs, result);
    }
}
