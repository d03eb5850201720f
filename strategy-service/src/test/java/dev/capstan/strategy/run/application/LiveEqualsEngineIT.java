package dev.capstan.strategy.run.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.strategy.run.application.RunRecord.FillLine;
import dev.capstan.strategy.run.application.RunRecord.IntentLine;
import dev.capstan.strategy.run.domain.AttemptState;
import dev.capstan.strategy.run.domain.Causes;
import dev.capstan.strategy.run.domain.GapPolicy;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.engine.Backtest;
import dev.capstan.trading.engine.BacktestProgress;
import dev.capstan.trading.engine.BacktestResult;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.engine.SimulatedOrder;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A live run decides, orders and books as the engine does on the same candles, whatever dies on the way. */
class LiveEqualsEngineIT {

    private static final int CANDLES = 400;
    private static final int LEAST_ROUND_TRIPS = 20;
    private static final Duration AFTER_ANY_WAIT = Duration.ofSeconds(5);

    private final CandleColumns market = RandomWalk.candles(11, CANDLES);

    @Test
    void signalsIntentsAndFillsAreTheEngines() {
        try (RunBench bench = new RunBench(market)) {
            RunId id = bench.begins(AccountId.of(UUID.randomUUID()), GapPolicy.HALT, 0);
            for (int row = 0; row < CANDLES; row++) {
                bench.closes(row);
                if (row < CANDLES - 1) {
                    bench.relays(id);
                    bench.hearsEverything();
                }
            }
            assertThatItIsTheEngines(bench, id);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whateverDiesOnTheWay(long seed) {
        Random random = new Random(seed);
        try (RunBench bench = new RunBench(market)) {
            RunId id = bench.begins(AccountId.of(UUID.randomUUID()), GapPolicy.HALT, 0);
            for (int row = 0; row < CANDLES; row++) {
                closes(bench, id, row, random);
                if (row < CANDLES - 1) {
                    orders(bench, id, random);
                }
            }
            assertThatItIsTheEngines(bench, id);
            List<IntentLine> again = bench.lines.intents(id, 0, 10_000).stream()
                    .filter(line -> line.attempt() > 1)
                    .toList();
            assertThat(again).as("attempts beyond the first, seed " + seed).isNotEmpty();
            assertThat(bench.execution.calls().size()).as("calls").isGreaterThan(bench.execution.orders());
        }
    }

    @Test
    void twoReplicasThatDoEverythingAtOnce() throws Exception {
        try (RunBench bench = new RunBench(market);
                ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            RunId id = bench.begins(AccountId.of(UUID.randomUUID()), GapPolicy.HALT, 0);
            for (int row = 0; row < CANDLES; row++) {
                int now = row;
                both(replicas, () -> bench.closes(now));
                if (row < CANDLES - 1) {
                    both(replicas, () -> bench.relays(id));
                    bench.hearsEverything();
                }
            }
            assertThatItIsTheEngines(bench, id);
            assertThat(bench.execution.calls()).hasSize(bench.execution.orders());
        }
    }

    private static void both(ExecutorService replicas, Runnable work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> one = () -> {
            together.await(30, TimeUnit.SECONDS);
            work.run();
            return true;
        };
        for (Future<Boolean> each : replicas.invokeAll(List.of(one, one))) {
            each.get();
        }
    }

    /** The consumer dies in it, the broker gives it again, or it is missed and read from the market's record. */
    private static void closes(RunBench bench, RunId id, int row, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> bench.diesInCandle(row);
            case 1 -> bench.closes(row);
            case 2 ->
                bench.runs.change(id, run -> {
                    run.knows(bench.candle(row).openTime());
                    return run;
                });
            default -> {}
        }
        bench.nextPlays(row);
        bench.catchesUp(id);
        bench.closes(row);
        bench.closes(row);
    }

    /** The relay dies before the call, or with the answer in hand; the order is denied for a technical cause; events come early and twice. */
    private static void orders(RunBench bench, RunId id, Random random) {
        for (int turn = 0; turn < 20 && bench.run(id).open() != null; turn++) {
            switch (random.nextInt(6)) {
                case 0 -> bench.execution.isAway(true);
                case 1 ->
                    bench.execution.nextAnswer(any -> {
                        throw new RunBench.Died();
                    });
                case 2 -> bench.execution.nextAnswer(any -> new OrderDesk.Answer.None("the answer was lost"));
                case 3 -> {
                    if (turn < 2) {
                        bench.execution.deniesNext(DenialReason.RISK_UNAVAILABLE);
                    }
                }
                case 4 ->
                    bench.execution.nextAnswer(answer -> {
                        bench.hearsEverything();
                        return answer;
                    });
                default -> {}
            }
            try {
                bench.relays(id);
            } catch (RunBench.Died expected) {
                // It comes again.
            }
            bench.execution.isAway(false);
            // Sometimes its events come only after the call was repeated.
            for (OrderEvent event : random.nextInt(3) == 0 ? List.<OrderEvent>of() : bench.execution.takeEvents()) {
                bench.diesInEvent(event);
                bench.hears(event);
            }
            bench.clock.advance(AFTER_ANY_WAIT);
        }
        assertThat(bench.run(id).open()).isNull();
    }

    private void assertThatItIsTheEngines(RunBench bench, RunId id) {
        BacktestResult engine = engine();
        assertThat(engine.roundTrips()).hasSizeGreaterThanOrEqualTo(LEAST_ROUND_TRIPS);
        assertThat(bench.run(id).end()).isNull();
        List<String> signals = bench.lines.signals(id, Instant.EPOCH, 10_000).stream()
                .map(line -> line.candleOpenTime().toEpochMilli() + " " + line.signal())
                .toList();
        assertThat(signals).as("L1").isEqualTo(engineSignals());
        List<IntentLine> intents = bench.lines.intents(id, 0, 10_000).stream()
                .filter(line -> line.attempt() == 1)
                .toList();
        int placed = engine.orders().size();
        assertThat(intents.subList(0, placed).stream().map(LiveEqualsEngineIT::text))
                .as("L2")
                .isEqualTo(
                        engine.orders().stream().map(LiveEqualsEngineIT::text).toList());
        assertThat(intents.size() - placed).isEqualTo(engine.unplaced() == null ? 0 : 1);
        assertThat(bench.lines.fills(id, 0, 10_000).stream().map(LiveEqualsEngineIT::text))
                .as("L3")
                .isEqualTo(engine.fills().stream()
                        .map(fill -> fill.order() + " " + fill.side() + " " + Decimal8.text(fill.price()) + " "
                                + Decimal8.text(fill.quantity()) + " " + Decimal8.text(fill.commission()))
                        .toList());
        assertThat(bench.run(id).brain().run().cash()).isEqualTo(engine.cash());
        assertThat(bench.run(id).brain().run().holding()).isEqualTo(engine.holding());
        assertThat(bench.execution.orders()).as("orders: one for each attempt").isEqualTo((int)
                bench.lines.intents(id, 0, 10_000).stream()
                        .filter(line -> line.state() == AttemptState.ENDED && !Causes.EXPIRED.equals(line.cause()))
                        .count());
    }

    private static String text(IntentLine line) {
        return line.number() + " " + line.decidedAt().toEpochMilli() + " " + line.side() + " "
                + line.quantity().toPlainString() + " " + line.stop().toPlainString() + " " + line.target() + " "
                + line.reason();
    }

    private static String text(SimulatedOrder order) {
        var intent = order.intent();
        return intent.number() + " " + intent.decidedAt() + " " + intent.side() + " "
                + Decimal8.text(intent.quantity()) + " " + Decimal8.text(intent.stop()) + " " + target(intent.target())
                + " " + intent.reason();
    }

    private static @Nullable String target(long target) {
        return target == 0 ? null : Decimal8.text(target);
    }

    private static String text(FillLine line) {
        return line.number() + " " + line.side() + " " + line.price().toPlainString() + " "
                + line.quantity().toPlainString() + " "
                + line.commission().setScale(Decimal8.SCALE).toPlainString();
    }

    private static Strategy strategy() {
        StrategyKind kind = BuiltInStrategies.kinds().find("sma-cross").orElseThrow();
        ParameterCheck check = kind.check(Map.of("fast", "3", "slow", "8"));
        return kind.create(((ParameterCheck.Accepted) check).parameters());
    }

    private BacktestResult engine() {
        InstrumentRules rules = new InstrumentRules(
                Decimal8.parse("0.01"),
                Decimal8.parse("0.001"),
                Decimal8.parse("0.001"),
                Long.MAX_VALUE,
                Decimal8.parse("5"));
        return Backtest.run(
                market,
                strategy(),
                new BacktestSettings(
                        new RunSettings(rules, Decimal8.parse("10000"), 10_000),
                        new CommissionRate(PlayedExecution.COMMISSION_MILLIONTHS),
                        FillRules.standard(),
                        null),
                BacktestProgress.NONE);
    }

    private List<String> engineSignals() {
        Strategy strategy = strategy();
        CandleCursor cursor = new CandleCursor(market);
        List<String> signals = new ArrayList<>();
        for (int row = 0; row < CANDLES; row++) {
            signals.add(market.openTime(row) + " " + strategy.analyze(cursor.at(row)));
        }
        return signals;
    }
}
