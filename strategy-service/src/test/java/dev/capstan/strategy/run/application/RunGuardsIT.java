package dev.capstan.strategy.run.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.strategy.CallKey;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.Causes;
import dev.capstan.strategy.run.domain.GapPolicy;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunFixture;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.candle.RandomWalk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many runs an account may have, and how many of them a position, whoever asks at once. */
class RunGuardsIT {

    private static final InstrumentId OTHER = InstrumentId.parse("ETHUSDT.BINANCE");

    private final RunBench bench = new RunBench(RandomWalk.candles(11, 400));
    private final AccountId account = AccountId.of(UUID.randomUUID());
    private int row;

    @AfterEach
    void close() {
        bench.close();
    }

    private RunId begun() {
        return bench.begins(account, GapPolicy.HALT, row);
    }

    /** Goes on until the run wants to trade. */
    private Attempt wanted(RunId id) {
        while (bench.run(id).open() == null) {
            bench.closes(row++);
        }
        return Objects.requireNonNull(bench.run(id).open());
    }

    /** Both begin together. */
    private static <T> List<T> atOnce(Callable<T> left, Callable<T> right) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<T>> both = Stream.of(left, right)
                    .map(each -> pool.submit(() -> {
                        gate.await();
                        return each.call();
                    }))
                    .toList();
            gate.countDown();
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }

    @Test
    void twoRunsOfAnAccountDoNotOpenMorePositionsThanTheyMay() {
        RunId one = begun();
        RunId two = begun();
        while (bench.lines.intents(one, 0, 1).isEmpty()) {
            bench.closes(row++);
        }
        Optional<Attempt> first = Optional.ofNullable(bench.run(one).open());
        Optional<Attempt> second = Optional.ofNullable(bench.run(two).open());
        assertThat(first.isPresent() ^ second.isPresent())
                .as("exactly one opens")
                .isTrue();
        RunId other = first.isPresent() ? two : one;
        assertThat(bench.lines.intents(other, 0, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.cause()).isEqualTo(Causes.GUARD_OPEN_POSITIONS));
    }

    @Test
    void whatAnEndedRunHoldsTakesNobodysPlace() {
        RunId ended = begun();
        wanted(ended);
        bench.relays(ended);
        bench.hearsEverything();
        bench.runs.change(ended, run -> {
            run.stop("tom", bench.clock.instant());
            return run;
        });
        assertThat(bench.run(ended).brain().run().holding()).isPositive();
        RunId next = begun();
        wanted(next);
        assertThat(bench.run(next).open()).isNotNull();
    }

    @Test
    void twoMarketsThatBothSayBuyAtOnceOpenOnePosition() throws Exception {
        int buys = 0;
        for (int round = 0; round < 5; round++) {
            AccountId contested = AccountId.of(UUID.randomUUID());
            RunId one = bench.begins(
                    RunFixture.spec(contested, RunFixture.BTCUSDT),
                    bench.candle(0).openTime().minus(RunBench.MINUTE));
            RunId two = bench.begins(
                    RunFixture.spec(contested, OTHER),
                    bench.candle(0).openTime().minus(RunBench.MINUTE));
            for (int next = 0; bench.lines.intents(one, 0, 1).isEmpty(); next++) {
                int now = next;
                atOnce(() -> closes(RunFixture.BTCUSDT, now), () -> closes(OTHER, now));
            }
            List<RunRecord.IntentLine> lines = Stream.of(one, two)
                    .flatMap(id -> bench.lines.intents(id, 0, 10).stream())
                    .toList();
            assertThat(lines).hasSize(2);
            assertThat(lines).filteredOn(line -> line.cause() == null).hasSize(1);
            assertThat(lines)
                    .filteredOn(line -> Causes.GUARD_OPEN_POSITIONS.equals(line.cause()))
                    .hasSize(1);
            Stream.of(one, two).forEach(bench::relays);
            buys++;
            assertThat(bench.execution.calls()).as("one order each round").hasSize(buys);
            Stream.of(one, two).forEach(this::stopped);
        }
    }

    private boolean closes(InstrumentId instrument, int next) {
        bench.database
                .transactions()
                .run(() -> bench.candles.apply(instrument, "test", RunBench.MINUTE, bench.candle(next)));
        return true;
    }

    private void stopped(RunId id) {
        bench.runs.change(id, run -> {
            run.stop("tom", bench.clock.instant());
            return run;
        });
    }

    @Test
    void oneOfTwoSimultaneousStartsPasses() throws Exception {
        for (int round = 0; round < 10; round++) {
            AccountId contested = AccountId.of(UUID.randomUUID());
            Callable<Boolean> start = () ->
                    added(contested, key(UUID.randomUUID().toString(), "a")).isEmpty();
            assertThat(atOnce(start, start)).containsExactlyInAnyOrder(true, false);
            assertThat(bench.runs.running(contested)).isOne();
        }
    }

    private static CallKey key(String key, String request) {
        return CallKey.of("tom", key, request.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Integer> added(AccountId to, CallKey key) {
        LiveRun run = RunFixture.begun(
                RunFixture.spec(to, GapPolicy.HALT), bench.candle(0).openTime());
        return bench.runs.add(run, key, 1);
    }

    @Test
    void aRepeatedStartIsTheSameRun() {
        assertThat(added(account, key("key", "a"))).isEmpty();
        RunId first = bench.runs.startedWith(key("key", "a")).orElseThrow().id();
        assertThat(added(account, key("key", "a"))).isEmpty();
        assertThat(bench.runs.startedWith(key("key", "a")).orElseThrow().id()).isEqualTo(first);
        assertThat(bench.runs.running(account)).isOne();
    }

    @Test
    void oneKeyStartsOneRunWhateverAccountsItNamesAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            String key = "key-" + round;
            AccountId left = AccountId.of(UUID.randomUUID());
            AccountId right = AccountId.of(UUID.randomUUID());
            atOnce(() -> added(left, key(key, "left")), () -> added(right, key(key, "right")));
            assertThat(bench.runs.running(left) + bench.runs.running(right)).isOne();
            String loser = bench.runs.running(left) == 1 ? "right" : "left";
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> bench.runs.startedWith(key(key, loser)))
                    .satisfies(e -> assertThat(e.getMessage()).isNotBlank());
        }
    }
}
