package dev.capstan.backtest.run.adapter.postgres;

import static dev.capstan.backtest.run.domain.RunFixture.OWNER;
import static dev.capstan.backtest.run.domain.RunFixture.queued;
import static dev.capstan.backtest.run.domain.RunFixture.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.backtest.run.application.Runs;
import dev.capstan.backtest.run.application.Runs.StartKey;
import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.BacktestRun.Progress;
import dev.capstan.backtest.run.domain.RunFailure;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunPriority;
import dev.capstan.backtest.run.domain.RunState;
import dev.capstan.kit.testing.KitDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcRunsIT {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofSeconds(10);

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

    private static BacktestRun add(BacktestRun run) {
        return runs.add(run, new StartKey(OWNER, run.id().text(), "hash")).run();
    }

    private static BacktestRun claimed(Duration lease) {
        return runs.claim("a/1", lease).orElseThrow();
    }

    private static BacktestRun read(RunId id) {
        return runs.find(OWNER, id).orElseThrow();
    }

    @Test
    void isReadAsItWasWritten() {
        BacktestRun run = add(queued());
        assertThat(read(run.id())).isEqualTo(run);
        BacktestRun held = claimed(LEASE);
        BacktestRun done = runs.changeHeld(run.id(), held.fence(), (it, now) -> it.completed(result(run.id()), now))
                .orElseThrow();
        assertThat(read(run.id())).isEqualTo(done);
        assertThat(runs.find("somebody else", run.id())).isEmpty();
    }

    @Test
    void theUrgentGoFirstAndThenTheOldest() {
        BacktestRun normal = add(queued());
        BacktestRun low = add(queued(RunPriority.LOW, Duration.ofMinutes(1)));
        BacktestRun high = add(queued(RunPriority.HIGH, Duration.ofMinutes(1)));
        database.jdbc()
                .sql("UPDATE backtest_runs SET created_at = created_at + interval '1 s' WHERE id = :id")
                .param("id", normal.id().value())
                .update();
        BacktestRun older = add(queued());
        assertThat(List.of(
                        claimed(LEASE).id(),
                        claimed(LEASE).id(),
                        claimed(LEASE).id(),
                        claimed(LEASE).id()))
                .containsExactly(high.id(), older.id(), normal.id(), low.id());
        assertThat(runs.claim("a/1", LEASE)).isEmpty();
    }

    @Test
    void twoClaimersNeverGetTheSame() throws Exception {
        for (int i = 0; i < 40; i++) {
            add(queued());
        }
        CountDownLatch both = new CountDownLatch(2);
        List<RunId> claimed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<List<RunId>>> claimers = new ArrayList<>();
            for (String worker : List.of("a/1", "b/1")) {
                claimers.add(threads.submit(() -> allFor(worker, both)));
            }
            for (Future<List<RunId>> claimer : claimers) {
                assertThat(claimer.get()).isNotEmpty();
                claimed.addAll(claimer.get());
            }
        }
        Set<RunId> each = new HashSet<>(claimed);
        assertThat(claimed).hasSize(40);
        assertThat(each).hasSize(40);
    }

    private static List<RunId> allFor(String worker, CountDownLatch both) throws InterruptedException {
        both.countDown();
        both.await();
        List<RunId> mine = new ArrayList<>();
        Optional<BacktestRun> next = runs.claim(worker, LEASE);
        while (next.isPresent()) {
            mine.add(next.get().id());
            next = runs.claim(worker, LEASE);
        }
        return mine;
    }

    @Test
    void aWorkerThatLostItsLeaseWritesNothing() {
        BacktestRun run = add(queued());
        BacktestRun lost = claimed(SHORT);
        await().atMost(LIMIT).until(() -> !runs.settleOverdue().isEmpty());
        assertThat(runs.renew(run.id(), lost.fence(), Progress.NONE, LEASE)).isFalse();
        BacktestRun held = claimed(LEASE);
        assertThat(held.id()).isEqualTo(run.id());
        assertThat(held.attempt()).isEqualTo(2);
        assertThat(runs.changeHeld(run.id(), lost.fence(), (it, now) -> it.completed(result(run.id()), now)))
                .isEmpty();
        assertThat(runs.renew(run.id(), held.fence(), new Progress(7, 9), LEASE))
                .isTrue();
        assertThat(read(run.id()).state()).isEqualTo(RunState.RUNNING);
        assertThat(read(run.id()).progress()).isEqualTo(new Progress(7, 9));
    }

    @Test
    void failsWhenItsWorkersDiedThreeTimes() {
        BacktestRun run = add(queued());
        for (int death = 1; death <= 3; death++) {
            claimed(SHORT);
            await().atMost(LIMIT).until(() -> !runs.settleOverdue().isEmpty());
        }
        RunFailure failure = read(run.id()).failure();
        assertThat(read(run.id()).state()).isEqualTo(RunState.FAILED);
        assertThat(failure).isNotNull();
        assertThat(failure.detail()).contains("3 times");
    }

    @Test
    void runsOutOfTimeWhoeverHasIt() {
        BacktestRun run = add(queued(RunPriority.NORMAL, Duration.ofSeconds(1)));
        claimed(LEASE);
        await().atMost(LIMIT).until(() -> !runs.settleOverdue().isEmpty());
        assertThat(read(run.id()).state()).isEqualTo(RunState.TIMED_OUT);
        assertThat(read(run.id()).claim()).isNull();
    }

    @Test
    void aRowThatCannotBeReadIsFailedAndStopsNoOther() {
        BacktestRun waiting = add(queued(RunPriority.HIGH, Duration.ofMinutes(1)));
        BacktestRun next = add(queued());
        spoil(waiting);
        assertThat(runs.claim("a/1", LEASE)).isEmpty();
        assertThat(storedState(waiting)).isEqualTo("FAILED");
        BacktestRun held = claimed(SHORT);
        assertThat(held.id()).isEqualTo(next.id());
        spoil(held);
        await().atMost(LIMIT)
                .until(() -> runs.settleOverdue().isEmpty() && storedState(held).equals("FAILED"));
    }

    private static void spoil(BacktestRun run) {
        database.jdbc()
                .sql("UPDATE backtest_runs SET spec = '{}' WHERE id = :id")
                .param("id", run.id().value())
                .update();
    }

    private static String storedState(BacktestRun run) {
        return database.jdbc()
                .sql("SELECT state FROM backtest_runs WHERE id = :id")
                .param("id", run.id().value())
                .query(String.class)
                .single();
    }

    @Test
    void aRepeatedStartFindsTheFirst() {
        BacktestRun first = queued();
        runs.add(first, new StartKey(OWNER, "key", "hash"));
        Runs.Started again = runs.add(queued(), new StartKey(OWNER, "key", "another hash"));
        assertThat(again.run().id()).isEqualTo(first.id());
        assertThat(again.requestHash()).isEqualTo("hash");
        assertThat(runs.startedWith("somebody else", "key")).isEmpty();
    }

    @Test
    void listsTheOwnersByStateAndPage() {
        BacktestRun first = add(queued());
        BacktestRun second = add(queued());
        runs.change(first.id(), (run, now) -> run.canceled(now));
        assertThat(runs.of(OWNER, RunState.CANCELED, null, 10))
                .extracting(BacktestRun::id)
                .containsExactly(first.id());
        List<BacktestRun> both = runs.of(OWNER, null, null, 10);
        assertThat(both).extracting(BacktestRun::id).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(runs.of(OWNER, null, both.getFirst().id(), 10)).containsExactly(both.getLast());
        assertThat(runs.of("somebody else", null, null, 10)).isEmpty();
        assertThat(runs.open()).containsEntry(RunState.PENDING, 1L).containsEntry(RunState.RUNNING, 0L);
    }
}
