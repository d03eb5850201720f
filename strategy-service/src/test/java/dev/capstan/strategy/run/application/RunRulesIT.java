package dev.capstan.strategy.run.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.strategy.CallKey;
import dev.capstan.strategy.run.application.RunRecord.IntentLine;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.AttemptState;
import dev.capstan.strategy.run.domain.Causes;
import dev.capstan.strategy.run.domain.GapPolicy;
import dev.capstan.strategy.run.domain.HaltReason;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunFixture;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.strategy.run.domain.RunStatus;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.run.RunStage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunRulesIT {

    private static final Duration AFTER_ANY_WAIT = Duration.ofSeconds(5);

    private final RunBench bench = new RunBench(RandomWalk.candles(11, 400));
    private final AccountId account = AccountId.of(UUID.randomUUID());
    private int row;

    @AfterEach
    void close() {
        bench.close();
    }

    /** Goes on until the run wants to trade. */
    private Attempt wanted(RunId id) {
        while (bench.run(id).open() == null) {
            bench.closes(row++);
        }
        return Objects.requireNonNull(bench.run(id).open());
    }

    private RunId begun() {
        return bench.begins(account, GapPolicy.HALT, row);
    }

    private IntentLine line(RunId id, Attempt attempt) {
        return bench.lines.intents(id, 0, 1000).stream()
                .filter(line -> line.number() == attempt.number() && line.attempt() == attempt.attempt())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasNotSentWhileItsBarPlayedNeverIs() {
        RunId id = begun();
        Attempt attempt = wanted(id);
        bench.closes(row++);
        assertThat(line(id, attempt).cause()).isEqualTo(Causes.EXPIRED);
        bench.relays(id);
        assertThat(bench.execution.calls()).isEmpty();
        assertThat(bench.run(id).holdsPosition()).isFalse();
    }

    @Test
    void whatMayHaveBeenSentIsAskedForWhenItsBarIsOver() {
        RunId id = begun();
        Attempt attempt = wanted(id);
        bench.execution.isAway(true);
        bench.relays(id);
        bench.closes(row++);
        bench.clock.advance(AFTER_ANY_WAIT);
        bench.relays(id);
        assertThat(line(id, attempt).state()).isEqualTo(AttemptState.SENT);
        bench.execution.isAway(false);
        bench.clock.advance(AFTER_ANY_WAIT);
        bench.relays(id);
        assertThat(line(id, attempt).cause()).isEqualTo(Causes.EXPIRED);
        assertThat(bench.execution.orders()).isZero();
    }

    @Test
    void anOrderThatExistsIsWaitedForHoweverOldItsBarIs() {
        RunId id = begun();
        Attempt attempt = wanted(id);
        bench.execution.isSilent(true);
        bench.execution.nextAnswer(any -> new OrderDesk.Answer.None("the answer was lost"));
        bench.relays(id);
        bench.closes(row++);
        bench.clock.advance(AFTER_ANY_WAIT);
        bench.relays(id);
        assertThat(line(id, attempt).cause()).isNull();
        assertThat(bench.execution.calls())
                .as("it is asked for, not placed again")
                .hasSize(1);
        bench.hears(bench.execution.lateFill(attempt));
        assertThat(line(id, attempt).cause()).isEqualTo(Causes.FILLED);
        assertThat(bench.run(id).brain().run().stage()).isEqualTo(RunStage.POSITION_OPEN);
    }

    @Test
    void aTechnicalEndIsTriedAgainFiveTimesInAll() {
        RunId id = begun();
        Attempt attempt = wanted(id);
        for (int turn = 0; turn < 8; turn++) {
            bench.execution.deniesNext(DenialReason.INSTRUMENT_IN_DOUBT);
            bench.relays(id);
            bench.hearsEverything();
            bench.clock.advance(AFTER_ANY_WAIT);
        }
        List<IntentLine> attempts = bench.lines.intents(id, 0, 100).stream()
                .filter(line -> line.number() == attempt.number())
                .toList();
        assertThat(attempts)
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.cause()).isEqualTo("INSTRUMENT_IN_DOUBT"));
        assertThat(bench.run(id).brain().run().stage()).isEqualTo(RunStage.ANALYZING);
    }

    @Test
    void aTechnicalEndAfterTheBarIsTheEnd() {
        RunId id = begun();
        Attempt attempt = wanted(id);
        bench.execution.isSilent(true);
        bench.relays(id);
        bench.hearsEverything();
        bench.closes(row++);
        bench.hears(bench.execution.expired(attempt, EndReason.SUBMIT_NEVER_ARRIVED));
        assertThat(line(id, attempt).cause()).isEqualTo("SUBMIT_NEVER_ARRIVED");
        assertThat(bench.run(id).open()).isNull();
    }

    @Test
    void anotherDenialIsTheStrategysToHandle() {
        RunId id = begun();
        Attempt attempt = wanted(id);
        bench.execution.deniesNext(DenialReason.BALANCE_INSUFFICIENT);
        bench.relays(id);
        bench.hearsEverything();
        assertThat(line(id, attempt).cause()).isEqualTo("BALANCE_INSUFFICIENT");
        assertThat(bench.run(id).isRunning()).isTrue();
        assertThat(bench.run(id).open()).isNull();
    }

    @Test
    void aLateReportOfAnEarlierAttemptHaltsTheRunAndIsBooked() {
        RunId id = begun();
        Attempt attempt = wanted(id);
        bench.execution.isSilent(true);
        bench.relays(id);
        bench.hearsEverything();
        bench.hears(bench.execution.expired(attempt, EndReason.SUBMIT_NEVER_ARRIVED));
        assertThat(Objects.requireNonNull(bench.run(id).open()).attempt()).isEqualTo(2);
        bench.hears(bench.execution.lateFill(attempt));
        LiveRun run = bench.run(id);
        assertThat(Objects.requireNonNull(run.end()).status()).isEqualTo(RunStatus.HALTED);
        assertThat(run.end().reason()).startsWith(HaltReason.LATE_REPORT.name());
        assertThat(run.brain().run().holding()).isPositive();
        bench.relays(id);
        assertThat(bench.execution.calls()).as("nothing is sent any more").hasSize(1);
    }

    @Test
    void aRefusedCallHaltsTheRun() {
        RunId id = begun();
        Attempt attempt = wanted(id);
        bench.execution.nextAnswer(any -> new OrderDesk.Answer.Refused("status=404"));
        bench.relays(id);
        assertThat(line(id, attempt).cause()).isEqualTo(Causes.ORDER_REFUSED);
        assertThat(Objects.requireNonNull(bench.run(id).end()).reason()).contains("ORDER_REFUSED", "404");
    }

    @Test
    void aStoppedRunSendsAndTakesNothingMoreAndKeepsWhatItHolds() {
        RunId id = begun();
        wanted(id);
        bench.relays(id);
        bench.hearsEverything();
        long held = bench.run(id).brain().run().holding();
        assertThat(held).isPositive();
        bench.runs.change(id, run -> {
            run.stop("tom", bench.clock.instant());
            return run;
        });
        long candles = bench.run(id).progress().candles();
        bench.closes(row++);
        assertThat(bench.run(id).progress().candles()).isEqualTo(candles);
        assertThat(bench.run(id).brain().run().holding()).isEqualTo(held);
    }

    @Test
    void whatAStoppedRunDidNotSendIsDropped() {
        RunId id = begun();
        Attempt attempt = wanted(id);
        bench.runs.change(id, run -> {
            run.stop("tom", bench.clock.instant());
            return run;
        });
        bench.relays(id);
        assertThat(line(id, attempt).cause()).isEqualTo(Causes.RUN_ENDED);
        assertThat(bench.execution.calls()).isEmpty();
    }

    @Test
    void missedCandlesAreReadInTheirOrder() {
        RunId id = begun();
        for (int open = 0; open < 10; open++) {
            bench.closes(row++);
        }
        row += 20;
        bench.closes(row);
        assertThat(bench.run(id).progress().isBehind()).isTrue();
        bench.catchesUp(id);
        assertThat(bench.run(id).progress().candles()).isEqualTo(row + 1);
        assertThat(bench.lines.signals(id, Instant.EPOCH, 1000)).hasSize(row + 1);
        assertThat(bench.run(id).progress().isBehind()).isFalse();
    }

    @Test
    void aGapHaltsTheRun() {
        RunId id = begun();
        bench.closes(0);
        bench.missing.addAll(List.of(1, 2));
        bench.closes(3);
        bench.catchesUp(id);
        assertThat(Objects.requireNonNull(bench.run(id).end()).reason()).startsWith(HaltReason.MARKET_GAP.name());
        assertThat(bench.run(id).progress().candles()).isOne();
    }

    @Test
    void aGapIsSkippedWhereTheRunWasToldTo() {
        RunId id = bench.begins(account, GapPolicy.SKIP, 0);
        bench.closes(0);
        bench.missing.addAll(List.of(1, 2));
        bench.closes(3);
        bench.catchesUp(id);
        assertThat(bench.run(id).isRunning()).isTrue();
        assertThat(bench.run(id).progress().candles()).isEqualTo(2);
        assertThat(bench.run(id).progress().lastCandle())
                .isEqualTo(bench.candle(3).openTime());
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
    void oneOfTwoSimultaneousStartsPasses() throws Exception {
        for (int round = 0; round < 10; round++) {
            AccountId contested = AccountId.of(UUID.randomUUID());
            CountDownLatch gate = new CountDownLatch(1);
            Callable<Boolean> start = () -> {
                LiveRun run = RunFixture.begun(
                        RunFixture.spec(contested, GapPolicy.HALT),
                        bench.candle(0).openTime());
                CallKey key = CallKey.of("tom", UUID.randomUUID().toString(), new byte[0]);
                gate.await();
                return bench.runs.add(run, key, 1).isEmpty();
            };
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                Future<Boolean> left = pool.submit(start);
                Future<Boolean> right = pool.submit(start);
                gate.countDown();
                assertThat(left.get() ^ right.get()).as("exactly one").isTrue();
            }
            assertThat(bench.runs.running(contested)).isOne();
        }
    }

    @Test
    void aRepeatedStartIsTheSameRun() {
        CallKey key = CallKey.of("tom", "key", new byte[0]);
        LiveRun run = RunFixture.begun(
                RunFixture.spec(account, GapPolicy.HALT), bench.candle(0).openTime());
        assertThat(bench.runs.add(run, key, 1)).isEmpty();
        LiveRun again = RunFixture.begun(
                RunFixture.spec(account, GapPolicy.HALT), bench.candle(0).openTime());
        assertThat(bench.runs.add(again, key, 1)).isEmpty();
        assertThat(bench.runs.startedWith(key).orElseThrow().id()).isEqualTo(run.id());
        assertThat(bench.runs.running(account)).isOne();
    }

    @Test
    void aRunIsTakenOverWhenItsLeaseHasRunOut() {
        RunId id = begun();
        wanted(id);
        bench.runs.hold("one", Duration.ofMinutes(1));
        bench.runs.hold("two", Duration.ofMinutes(1));
        assertThat(bench.runs.due("one", bench.clock.instant())).containsExactly(id);
        assertThat(bench.runs.due("two", bench.clock.instant())).isEmpty();
        bench.runs.release("one");
        bench.runs.hold("two", Duration.ofMinutes(1));
        assertThat(bench.runs.due("one", bench.clock.instant())).isEmpty();
        assertThat(bench.runs.due("two", bench.clock.instant())).containsExactly(id);
    }
}
