package dev.capstan.backtest.worker;

import static dev.capstan.backtest.run.domain.RunFixture.OWNER;
import static dev.capstan.backtest.run.domain.RunFixture.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.backtest.run.adapter.postgres.RunsForTests;
import dev.capstan.backtest.run.application.CancelRun;
import dev.capstan.backtest.run.application.RunSignals;
import dev.capstan.backtest.run.application.Runs;
import dev.capstan.backtest.run.application.Runs.StartKey;
import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunFailure;
import dev.capstan.backtest.run.domain.RunFixture;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunPriority;
import dev.capstan.backtest.run.domain.RunRefusedException;
import dev.capstan.backtest.run.domain.RunState;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.health.HealthCheck;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.testing.KitDatabase;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers on a real queue. */
class WorkerPoolIT {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(15);

    /** Well before a run's own limit, which would free its worker too. */
    private static final Duration WELL_BEFORE_LIMIT = Duration.ofSeconds(5);

    private static KitDatabase database;
    private static Runs runs;

    @BeforeAll
    static void start() {
        database = RunsForTests.database();
        runs = RunsForTests.in(database);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("DELETE FROM backtest_runs").update();
    }

    private static RunId add(Duration timeLimit) {
        BacktestRun run = queued(RunPriority.NORMAL, timeLimit);
        return runs.add(run, new StartKey(OWNER, run.id().text(), "hash")).run().id();
    }

    private static RunState state(RunId id) {
        return runs.find(OWNER, id).orElseThrow().state();
    }

    private static void awaitState(RunId id, Duration atMost, RunState state) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(10)).until(() -> state(id) == state);
    }

    @Test
    void aQueuedRunIsFoundAndCompleted() {
        RunId id = add(LIMIT);
        try (Worker worker = new Worker(runs, "a", (run, _) -> RunFixture.result(run.id()))) {
            awaitState(id, LIMIT, RunState.COMPLETED);
            await().atMost(LIMIT)
                    .until(() -> worker.meters.get("bt.trades").counter().count() == 3);
            await().atMost(LIMIT)
                    .until(() -> worker.meters.get("bt.latency.ms").summary().count() == 1);
        }
    }

    @Test
    void aCanceledRunFreesItsWorker() {
        RunId first = add(LIMIT);
        PacedSimulation simulation = new PacedSimulation();
        try (Worker worker = new Worker(runs, "a", simulation)) {
            await().atMost(LIMIT).until(() -> simulation.hasBegun(first));
            RunId second = add(LIMIT);
            assertThat(worker.cancelHere().cancel(OWNER, first)).isPresent();
            assertThat(state(first)).isEqualTo(RunState.CANCELED);
            await().atMost(WELL_BEFORE_LIMIT).until(() -> simulation.hasBegun(second));
            simulation.letGo();
            awaitState(second, LIMIT, RunState.COMPLETED);
            assertThat(state(first)).isEqualTo(RunState.CANCELED);
        }
    }

    @Test
    void aRunCanceledInAnotherProcessFreesItsWorkerToo() {
        RunId first = add(LIMIT);
        PacedSimulation simulation = new PacedSimulation();
        try (Worker _ = new Worker(runs, "a", simulation)) {
            await().atMost(LIMIT).until(() -> simulation.hasBegun(first));
            RunId second = add(LIMIT);
            new CancelRun(runs, new RunSignals()).cancel(OWNER, first);
            await().atMost(WELL_BEFORE_LIMIT).until(() -> simulation.hasBegun(second));
            simulation.letGo();
        }
    }

    @Test
    void aRunPastItsDeadlineIsTimedOutAndItsWorkerFree() {
        RunId first = add(A_SECOND);
        PacedSimulation simulation = new PacedSimulation();
        try (Worker worker = new Worker(runs, "a", simulation)) {
            await().atMost(LIMIT).until(() -> simulation.hasBegun(first));
            // Only now: both are of the same moment, and then either may be begun first.
            RunId second = add(LIMIT);
            awaitState(first, LIMIT, RunState.TIMED_OUT);
            await().atMost(LIMIT).until(() -> simulation.hasBegun(second));
            assertThat(worker.meters.get("bt.fail").counter().count()).isOne();
            simulation.letGo();
        }
    }

    @Test
    void aRunOfADeadWorkerIsBegunAgainAndCompletesOnce() {
        RunId id = add(LIMIT);
        PacedSimulation first = new PacedSimulation();
        AtomicInteger completed = new AtomicInteger();
        try (Worker dead = new Worker(runs, "a", first)) {
            await().atMost(LIMIT).until(() -> first.hasBegun(id));
            dead.losesItsHeart();
            try (Worker _ = new Worker(runs, "b", (run, _) -> {
                completed.incrementAndGet();
                return RunFixture.result(run.id());
            })) {
                awaitState(id, LIMIT, RunState.COMPLETED);
                BacktestRun done = runs.find(OWNER, id).orElseThrow();
                first.letGo();
                awaitWritten(dead);
                assertThat(runs.find(OWNER, id)).contains(done);
                assertThat(done.attempt()).isEqualTo(2);
                assertThat(completed).hasValue(1);
            }
        }
    }

    /** Stopping waits for the thread, which has then tried to write its late result. */
    private static void awaitWritten(Worker late) {
        late.close();
    }

    @Test
    void aWorkerThatStopsInGoodOrderHandsItsRunBackAtOnce() {
        RunId id = add(LIMIT);
        PacedSimulation simulation = new PacedSimulation();
        Worker worker = new Worker(runs, "a", simulation);
        await().atMost(LIMIT).until(() -> simulation.hasBegun(id));
        worker.close();
        BacktestRun back = runs.find(OWNER, id).orElseThrow();
        assertThat(back.state()).isEqualTo(RunState.PENDING);
        assertThat(back.attempt()).isZero();
    }

    @Test
    void aRunThatIsInterruptedWhileItWritesIsHandedBackToo() {
        RunId id = add(LIMIT);
        CountDownLatch begun = new CountDownLatch(1);
        Worker worker = new Worker(runs, "a", (_, _) -> {
            begun.countDown();
            throw interruptedWriting();
        });
        await().atMost(LIMIT).until(() -> begun.getCount() == 0);
        worker.close();
        awaitState(id, LIMIT, RunState.PENDING);
    }

    /** As a file channel does it: it looks at nothing but the interrupt, and leaves it as it is. */
    private static UncheckedIOException interruptedWriting() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new UncheckedIOException(new ClosedByInterruptException());
    }

    @Test
    void progressIsWrittenWhileItRuns() {
        RunId id = add(LIMIT);
        PacedSimulation simulation = new PacedSimulation();
        try (Worker _ = new Worker(runs, "a", simulation)) {
            await().atMost(LIMIT)
                    .until(() -> runs.find(OWNER, id).orElseThrow().progress().candles() > 20);
            simulation.letGo();
        }
    }

    @Test
    void whatOnlyShowsOnTheWayFailsWithItsField() {
        RunId id = add(LIMIT);
        RunFailure failure = RunFailure.invalid("from", "no candle is stored in this range");
        try (Worker _ = new Worker(runs, "a", (_, _) -> {
            throw new RunRefusedException(failure);
        })) {
            awaitState(id, LIMIT, RunState.FAILED);
            assertThat(runs.find(OWNER, id).orElseThrow().failure()).isEqualTo(failure);
        }
    }

    @Test
    void aRunWaitsWhileAServiceItNeedsIsAway() {
        RunId id = add(LIMIT);
        AtomicInteger tries = new AtomicInteger();
        try (Worker _ = new Worker(runs, "a", (run, _) -> {
            if (tries.incrementAndGet() <= BacktestRun.MOST_ATTEMPTS + 1) {
                throw away();
            }
            return RunFixture.result(run.id());
        })) {
            awaitState(id, LIMIT, RunState.COMPLETED);
            assertThat(runs.find(OWNER, id).orElseThrow().attempt())
                    .as("what was handed back does not count")
                    .isOne();
        }
    }

    @Test
    void aRunWhoseServiceStaysAwayIsTimedOut() {
        RunId id = add(A_SECOND);
        try (Worker _ = new Worker(runs, "a", (_, _) -> {
            throw away();
        })) {
            awaitState(id, LIMIT, RunState.TIMED_OUT);
        }
    }

    private static ProblemException away() {
        return ProblemException.retryLater(ProblemCode.SERVICE_UNAVAILABLE, "market-data-service does not answer.", 2);
    }

    @Test
    void anErrorOfAStrategyFailsTheRunAndNotTheWorker() {
        RunId broken = add(LIMIT);
        try (Worker worker = new Worker(runs, "a", (run, _) -> {
            if (run.id().equals(broken)) {
                throw new NoSuchMethodError("gone");
            }
            return RunFixture.result(run.id());
        })) {
            awaitState(broken, LIMIT, RunState.FAILED);
            awaitState(add(LIMIT), LIMIT, RunState.COMPLETED);
            assertThat(worker.pool.check()).isEqualTo(HealthCheck.Result.up());
        }
    }

    @Test
    void aListenerThatFailsDoesNotStopTheHeart() {
        RunId running = add(LIMIT);
        PacedSimulation simulation = new PacedSimulation();
        try (Worker worker = new Worker(runs, "a", simulation)) {
            await().atMost(LIMIT).until(() -> simulation.hasBegun(running));
            worker.signals.listen(_ -> {
                throw new IllegalStateException("not heard");
            });
            RunId overdue = add(LIMIT);
            database.jdbc()
                    .sql("UPDATE backtest_runs SET deadline = now() WHERE id = :id")
                    .param("id", overdue.value())
                    .update();
            awaitState(overdue, LIMIT, RunState.TIMED_OUT);
            long seen = progress(running);
            await().atMost(LIMIT).until(() -> progress(running) > seen + 100);
            simulation.letGo();
        }
    }

    private static long progress(RunId id) {
        return runs.find(OWNER, id).orElseThrow().progress().candles();
    }

    @Test
    void aHeartOrAWorkerThatStoppedIsDown() {
        Worker worker = new Worker(runs, "a", (run, _) -> RunFixture.result(run.id()));
        assertThat(worker.pool.check()).isEqualTo(HealthCheck.Result.up());
        await().atMost(LIMIT).until(() -> worker.heart.check().equals(HealthCheck.Result.up()));
        worker.close();
        assertThat(worker.pool.check()).isEqualTo(HealthCheck.Result.down("0 of 1 workers are alive"));
        await().atMost(LIMIT).until(() -> worker.heart.check().status() == HealthCheck.Status.DOWN);
    }

    @Test
    void aBugFailsTheRunAndNotTheWorker() {
        RunId broken = add(LIMIT);
        try (Worker _ = new Worker(runs, "a", (run, _) -> {
            if (run.id().equals(broken)) {
                throw new ArithmeticException("long overflow");
            }
            return RunFixture.result(run.id());
        })) {
            awaitState(broken, LIMIT, RunState.FAILED);
            RunId next = add(LIMIT);
            awaitState(next, LIMIT, RunState.COMPLETED);
        }
    }
}
