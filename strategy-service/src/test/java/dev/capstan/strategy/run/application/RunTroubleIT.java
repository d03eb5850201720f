package dev.capstan.strategy.run.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.Candle;
import dev.capstan.strategy.run.domain.GapPolicy;
import dev.capstan.strategy.run.domain.RunFixture;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.strategy.run.domain.RunSpec;
import dev.capstan.strategy.run.domain.UnusableCandleException;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.StrategyKinds;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One run's trouble is its own: it halts and says why, and whatever else happened in that transaction stands. */
class RunTroubleIT {

    private static final StrategyKind CROSS =
            BuiltInStrategies.kinds().find("sma-cross").orElseThrow();

    /** A product that has this one kind of strategy left. */
    private final RunBench bench = new RunBench(RandomWalk.candles(11, 200), new StrategyKinds(List.of(CROSS)));

    @AfterEach
    void close() {
        bench.close();
    }

    private RunId begun() {
        return bench.begins(AccountId.of(UUID.randomUUID()), GapPolicy.HALT, 0);
    }

    private String end(RunId id) {
        return Objects.requireNonNull(bench.run(id).end()).reason();
    }

    private long candles(RunId id) {
        return bench.run(id).progress().candles();
    }

    @Test
    void aLostKindOfStrategyHaltsItsRunAlone() {
        RunId lost = bench.begins(
                RunFixture.spec(AccountId.of(UUID.randomUUID()), GapPolicy.HALT, "rsi", Map.of(), RunFixture.BTCUSDT),
                bench.candle(0).openTime().minus(RunBench.MINUTE));
        RunId well = begun();
        bench.closes(0);
        bench.closes(1);
        assertThat(end(lost)).startsWith("STRATEGY_FAILED").contains("no such kind of strategy any more: rsi");
        assertThat(bench.run(well).isRunning()).isTrue();
        assertThat(candles(well)).isEqualTo(2);
    }

    @Test
    void whyASignalCameToNothingIsKnownAfterwards() {
        RunSpec poor = RunFixture.staking(
                RunFixture.spec(AccountId.of(UUID.randomUUID()), GapPolicy.HALT), new BigDecimal("0.01"));
        RunId id = bench.begins(poor, bench.candle(0).openTime().minus(RunBench.MINUTE));
        int row = 0;
        while (row < 200 && bench.run(id).brain().refusal() == null) {
            bench.closes(row++);
        }
        bench.closes(row);
        assertThat(bench.run(id).brain().refusal()).contains("_BELOW_MINIMUM ");
    }

    @Test
    void aRowThatCannotBeReadHaltsItsRunAlone() {
        RunId broken = begun();
        RunId well = begun();
        bench.closes(0);
        bench.database
                .jdbc()
                .sql("UPDATE strategy_runs SET state = '{}' WHERE id = :id")
                .param("id", broken.value())
                .update();
        bench.closes(1);
        assertThat(candles(well)).isEqualTo(2);
        assertThat(bench.database
                        .jdbc()
                        .sql("SELECT status || ' ' || end_reason FROM strategy_runs WHERE id = :id")
                        .param("id", broken.value())
                        .query(String.class)
                        .single())
                .startsWith("HALTED RUN_FAILED")
                .contains("run.stage");
        assertThat(bench.signals.ends)
                .singleElement()
                .satisfies(end -> assertThat(end.code()).isEqualTo("RUN_FAILED"));
    }

    @Test
    void aFillThatCannotBeBookedHaltsItsRunAlone() {
        RunId one = begun();
        RunId two = begun();
        int row = 0;
        while (bench.run(one).open() == null) {
            bench.closes(row++);
        }
        List.of(one, two).forEach(bench::relays);
        Attempt attempt = Objects.requireNonNull(bench.run(one).open());
        bench.hears(bench.execution.lateFillWith(attempt, new BigDecimal("0.0000000001")));
        assertThat(end(one)).startsWith("RUN_FAILED").contains("8 decimal places");
        assertThat(bench.lines.fills(one, 0, 10)).isEmpty();
        bench.hears(
                bench.execution.lateFill(Objects.requireNonNull(bench.run(two).open())));
        assertThat(bench.lines.fills(two, 0, 10)).hasSize(1);
    }

    private static UnusableCandleException unusable(Instant openTime) {
        Price price = Price.parse("100");
        try {
            Candle.of(openTime, price, price, price, price, Quantity.parse("92233720369"));
        } catch (UnusableCandleException e) {
            return e;
        }
        throw new AssertionError("expected a volume that cannot be counted with");
    }

    @Test
    void aCandleThatCannotBeCountedWithHaltsWhoeverNeedsIt() {
        RunId next = begun();
        RunId behind = begun();
        RunId elsewhere = bench.begins(
                RunFixture.spec(AccountId.of(UUID.randomUUID()), InstrumentId.parse("ETHUSDT.BINANCE")),
                bench.candle(0).openTime().minus(RunBench.MINUTE));
        bench.closes(0);
        bench.database
                .jdbc()
                .sql("UPDATE strategy_runs SET last_candle = last_candle - interval '1 minute' WHERE id = :id")
                .param("id", behind.value())
                .update();
        UnusableCandleException candle = unusable(bench.candle(1).openTime());
        bench.database
                .transactions()
                .run(() -> bench.candles.unusable(RunFixture.BTCUSDT, "test", RunBench.MINUTE, candle));
        assertThat(end(next)).startsWith("CANDLE_UNUSABLE").contains("volume=92233720369");
        assertThat(bench.run(behind).isRunning()).isTrue();
        assertThat(bench.run(behind).progress().isBehind()).isTrue();
        assertThat(bench.run(elsewhere).isRunning()).isTrue();
        CatchUp record = new CatchUp(
                bench.runs,
                (_, _, _) -> {
                    throw candle;
                },
                bench.candles);
        assertThat(record.run(behind)).isFalse();
        assertThat(end(behind)).startsWith("CANDLE_UNUSABLE");
    }

    @Test
    void aRecordThatDoesNotHaveTheCandleYetLeavesTheRunBehind() {
        RunId id = begun();
        bench.closes(3);
        CatchUp record = new CatchUp(bench.runs, (_, _, _) -> List.of(), bench.candles);
        assertThat(record.run(id)).isTrue();
        assertThat(bench.run(id).isRunning()).isTrue();
    }

    private void looks(MarketRules market) {
        bench.leases.hold("one", Duration.ofMinutes(1));
        new WatchMarkets(bench.runs, bench.leases, market, bench.clock).look("one");
    }

    @Test
    void aMarketThatIsOverHaltsItsRuns() {
        RunId id = begun();
        looks(new PlayedMarket(Optional.empty(), true));
        looks(new PlayedMarket(Optional.of(new MarketRules.Feed("test", 1, false, true)), true));
        assertThat(bench.run(id).isRunning()).as("its market is only silent").isTrue();
        looks(new PlayedMarket(Optional.of(new MarketRules.Feed("another", 1, true, false)), true));
        assertThat(end(id)).isEqualTo("MARKET_OVER: market=test playing=another");
    }

    @Test
    void aDelistedInstrumentHaltsItsRunsOnceNothingComesForThem() {
        RunId id = begun();
        bench.closes(0);
        Optional<MarketRules.Feed> feed = Optional.of(new MarketRules.Feed("test", 1, true, false));
        looks(new PlayedMarket(feed, false));
        assertThat(bench.run(id).isRunning()).as("its candles come").isTrue();
        bench.clock.advance(Duration.ofMinutes(3));
        looks(new PlayedMarket(feed, true));
        assertThat(bench.run(id).isRunning()).as("it is listed").isTrue();
        looks(new PlayedMarket(feed, false));
        assertThat(end(id)).isEqualTo("INSTRUMENT_DELISTED: instrument=BTCUSDT.BINANCE");
    }
}
