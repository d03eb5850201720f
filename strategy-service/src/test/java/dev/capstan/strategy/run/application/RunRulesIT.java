package dev.capstan.strategy.run.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.strategy.run.application.RunRecord.IntentLine;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.AttemptState;
import dev.capstan.strategy.run.domain.Causes;
import dev.capstan.strategy.run.domain.GapPolicy;
import dev.capstan.strategy.run.domain.HaltReason;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.strategy.run.domain.RunStatus;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.run.RunStage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run does when the world is not as it should be. */
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
        assertThat(bench.signals.causes).containsExactly(Causes.EXPIRED);
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
        assertThat(bench.signals.ends)
                .singleElement()
                .satisfies(end -> assertThat(end.code()).isEqualTo("MARKET_GAP"));
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
}
