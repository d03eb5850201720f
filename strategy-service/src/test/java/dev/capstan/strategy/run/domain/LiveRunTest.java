package dev.capstan.strategy.run.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderIds;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.strategy.ParameterSpec;
import dev.capstan.trading.strategy.Parameters;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.StrategyKinds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveRunTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final AccountId ACCOUNT = AccountId.of(new UUID(0, 1));
    private static final long PRICE = 100 * Decimal8.ONE;

    private final RunSpec usual = RunFixture.spec(ACCOUNT, GapPolicy.HALT);

    /** Buys on its first candle, and fails on the third. */
    private static final class Rash implements Strategy {

        private long seen;

        @Override
        public Signal analyze(CandleView candle) {
            seen++;
            if (seen == 3) {
                throw new ArithmeticException("too much");
            }
            return seen == 1 ? Signal.BUY : Signal.NONE;
        }

        @Override
        public double calculateStopLoss(CandleView candle) {
            return candle.close() * 0.9;
        }

        @Override
        public int warmUpCandles() {
            return 1;
        }

        @Override
        public List<Reading> readings() {
            return List.of();
        }

        @Override
        public void save(StateWriter state) {
            state.whole("seen", seen);
        }

        @Override
        public void restore(StateReader state) {
            seen = state.whole("seen");
        }
    }

    private static final StrategyKind RASH = new StrategyKind() {
        @Override
        public String name() {
            return "sma-cross";
        }

        @Override
        public String title() {
            return "Rash";
        }

        @Override
        public String description() {
            return "Buys at once.";
        }

        @Override
        public List<ParameterSpec> parameters() {
            return List.of(
                    ParameterSpec.whole("fast", 3, 1, 10, "Not looked at."),
                    ParameterSpec.whole("slow", 8, 1, 10, "Not looked at."));
        }

        @Override
        public Strategy create(Parameters parameters) {
            return new Rash();
        }
    };

    private LiveRun rash() {
        Brain brain = Brain.begun(usual, new StrategyKinds(List.of(RASH)));
        return new LiveRun(
                new RunId(new UUID(0, 7)), RunFixture.OWNER, usual, brain, RunProgress.after(open(0)), null, null);
    }

    private static Instant open(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private static void takes(LiveRun run, int minute) {
        Bar bar = new Bar(PRICE, PRICE, PRICE, PRICE, Decimal8.ONE);
        run.take(new Candle(open(minute), bar), NOON, () -> true);
    }

    @Test
    void anAttemptIsAFunctionOfWhatItIsFor() {
        LiveRun run = rash();
        takes(run, 1);
        Attempt attempt = Objects.requireNonNull(run.open());
        assertThat(attempt.key()).isEqualTo("run-" + run.id() + "-v0-" + open(1).toEpochMilli() + "-1-1");
        assertThat(attempt.clientOrderId())
                .isEqualTo(ClientOrderIds.of(usual.installationId(), ACCOUNT, RunFixture.OWNER, attempt.key()));
        assertThat(attempt.decidedAt()).isEqualTo(open(2));
        assertThat(attempt.expiresAt()).isEqualTo(open(3));
    }

    @Test
    void isSentOnceUntilTheAnswerIsOverdue() {
        LiveRun run = rash();
        takes(run, 1);
        assertThat(run.errand(NOON)).isInstanceOf(Errand.Send.class);
        assertThat(run.errand(NOON.plusSeconds(1))).isInstanceOf(Errand.None.class);
        assertThat(run.errand(NOON.plusSeconds(5))).isInstanceOf(Errand.Send.class);
        run.knows(open(2));
        assertThat(run.errand(NOON.plusSeconds(10))).as("its bar is over").isInstanceOf(Errand.Ask.class);
    }

    @Test
    void aStrategyThatFailsHaltsTheRunWithWhatItKnewBefore() {
        LiveRun run = rash();
        takes(run, 1);
        takes(run, 2);
        Map<String, String> before = run.brain().state();
        takes(run, 3);
        RunEnd end = Objects.requireNonNull(run.end());
        assertThat(end.status()).isEqualTo(RunStatus.HALTED);
        assertThat(end.reason()).startsWith("STRATEGY_FAILED").contains("too much");
        assertThat(run.brain().state()).isEqualTo(before).containsEntry("seen", "2");
        assertThat(run.waitsFor(open(4))).isFalse();
    }

    @Test
    void aStrategyThatIsNoLongerThereHaltsItsRunAndItsStateIsKept() {
        Map<String, String> before = RunFixture.begun(usual, open(0)).brain().state();
        Brain brain = Brain.restored(usual, new StrategyKinds(List.of()), before);
        LiveRun run = new LiveRun(
                new RunId(UUID.randomUUID()), RunFixture.OWNER, usual, brain, RunProgress.after(open(0)), null, null);
        assertThat(run.brain().run().cash()).isEqualTo(Decimal8.parse("10000"));
        takes(run, 1);
        assertThat(Objects.requireNonNull(run.end()).reason())
                .startsWith("STRATEGY_FAILED")
                .contains("no such kind of strategy any more: sma-cross");
        assertThat(run.brain().state()).isEqualTo(before);
    }

    @Test
    void figuresAreStaleOnceNothingMovesThem() {
        LiveRun run = rash();
        assertThat(run.isStale(NOON)).as("before the first candle").isTrue();
        takes(run, 1);
        assertThat(run.isStale(NOON.plusSeconds(60))).isFalse();
        assertThat(run.isStale(NOON.plusSeconds(126))).isTrue();
        run.knows(open(2));
        assertThat(run.isStale(NOON)).as("behind").isTrue();
    }

    @Test
    void theFirstEndStays() {
        LiveRun run = rash();
        run.stop("tom", NOON);
        run.halt(HaltReason.MARKET_GAP, "later", NOON.plusSeconds(1));
        assertThat(Objects.requireNonNull(run.end()).by()).isEqualTo("tom");
    }

    @Test
    void anEndSaysAsMuchAsADatabaseKeeps() {
        RunEnd end = RunEnd.halted(HaltReason.RUN_FAILED, "a\0b" + "x".repeat(10_000), NOON);
        assertThat(end.reason()).startsWith("RUN_FAILED: a bx").hasSizeLessThan(600);
        assertThat(end.code()).isEqualTo("RUN_FAILED");
    }

    @Test
    void aRunThatEndedKnowsOfNoLaterCandle() {
        LiveRun run = rash();
        run.stop("tom", NOON);
        run.knows(open(9));
        assertThat(run.progress().isBehind()).isFalse();
    }

    @Test
    void whatCannotBeCountedIsRefusedAndTheRunGoesOn() {
        RunSpec all = RunFixture.staking(usual, new BigDecimal("1000000000"));
        LiveRun run = new LiveRun(
                new RunId(new UUID(0, 7)),
                RunFixture.OWNER,
                all,
                Brain.begun(all, new StrategyKinds(List.of(RASH))),
                RunProgress.after(open(0)),
                null,
                null);
        run.take(new Candle(open(1), new Bar(1, 1, 1, 1, 1)), NOON, () -> true);
        assertThat(run.open()).isNull();
        assertThat(run.isRunning()).isTrue();
        assertThat(String.valueOf(run.brain().run().refusal())).contains("QUANTITY_ABOVE_MAXIMUM");
    }
}
