package dev.capstan.backtest.run.domain;

import static dev.capstan.backtest.run.domain.RunFixture.START;
import static dev.capstan.backtest.run.domain.RunFixture.queued;
import static dev.capstan.backtest.run.domain.RunFixture.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BacktestRunTest {

    private static final Duration LEASE = Duration.ofSeconds(10);

    @Test
    void everyClaimHasAnotherFenceAndTheDeadlineOfTheFirst() {
        BacktestRun first = queued().claimed("a/1", START, LEASE);
        BacktestRun second = first.overdue(START.plusSeconds(20)).claimed("b/1", START.plusSeconds(21), LEASE);
        assertThat(second.fence()).isEqualTo(first.fence() + 1);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.startedAt()).isEqualTo(START);
        assertThat(second.deadline()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void whatIsHandedBackCostsNoAttempt() {
        BacktestRun back = queued().claimed("a/1", START, LEASE).handedBack();
        assertThat(back.state()).isEqualTo(RunState.PENDING);
        assertThat(back.claim()).isNull();
        assertThat(back.attempt()).isZero();
        assertThat(back.fence()).isOne();
    }

    @Test
    void isNotTriedAgainWhenItsWorkersDiedThreeTimes() {
        BacktestRun run = queued();
        Instant now = START;
        for (int death = 1; death <= 3; death++) {
            run = run.claimed("a/1", now, LEASE);
            now = now.plusSeconds(11);
            run = run.overdue(now);
        }
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.failure()).isNotNull();
        assertThat(run.failure().detail()).contains("died, 3 times");
        assertThat(run.endedAt()).isEqualTo(now);
    }

    @Test
    void runsOutOfTimeWhileItWaitsForAnotherWorker() {
        BacktestRun waiting = queued().claimed("a/1", START, LEASE).overdue(START.plusSeconds(11));
        assertThat(waiting.state()).isEqualTo(RunState.PENDING);
        assertThat(waiting.overdue(START.plusSeconds(60)).state()).isEqualTo(RunState.TIMED_OUT);
    }

    @Test
    void nothingChangesWhatIsOver() {
        BacktestRun done = queued().claimed("a/1", START, LEASE).completed(result(queued().id()), START);
        assertThat(done.progress()).isEqualTo(new BacktestRun.Progress(120, 120));
        assertThatIllegalStateException().isThrownBy(() -> done.canceled(START));
        assertThatIllegalStateException().isThrownBy(() -> done.timedOut(START));
        assertThatIllegalStateException().isThrownBy(() -> done.claimed("a/1", START, LEASE));
    }
}
