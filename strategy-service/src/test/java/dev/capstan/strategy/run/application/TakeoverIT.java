package dev.capstan.strategy.run.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.kit.health.HealthCheck;
import dev.capstan.strategy.run.adapter.work.LeaseSettings;
import dev.capstan.strategy.run.adapter.work.RunKeeper;
import dev.capstan.strategy.run.domain.AttemptState;
import dev.capstan.strategy.run.domain.GapPolicy;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.candle.RandomWalk;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who looks after a run when the replica that did is gone without a word. */
class TakeoverIT {

    private static final Duration REQUIRED = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final LeaseSettings SETTINGS =
            new LeaseSettings(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofMillis(20), 2);
    /** For the call itself, on a busy machine. */
    private static final Duration ALLOWANCE = Duration.ofSeconds(2);

    private final RunBench bench = new RunBench(RandomWalk.candles(11, 400));
    private RunId id;
    private int row;

    @BeforeEach
    void aRunWantsToTrade() {
        id = bench.begins(AccountId.of(UUID.randomUUID()), GapPolicy.HALT, 0);
        while (bench.run(id).open() == null) {
            bench.closes(row++);
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private RunKeeper keeper(String replica) {
        WatchMarkets markets =
                new WatchMarkets(bench.runs, bench.leases, new PlayedMarket(Optional.empty(), true), bench.clock);
        return new RunKeeper(bench.leases, bench.catchUp, bench.relay, markets, SETTINGS, replica, bench.clock);
    }

    private AttemptState state() {
        return bench.lines.intents(id, 0, 1).getFirst().state();
    }

    @Test
    void aReplicaThatDiesLosesItsRunsToAnotherWithinLeaseAndRenewal() {
        long died = System.nanoTime();
        bench.leases.hold("dead", SETTINGS.lease());
        RunKeeper alive = keeper("alive");
        alive.start();
        try {
            await().atMost(REQUIRED).until(() -> state() == AttemptState.ORDERED);
            Duration took = Duration.ofNanos(System.nanoTime() - died);
            assertThat(took)
                    .as("not while the dead one may still be alive")
                    .isGreaterThan(SETTINGS.lease().minusMillis(50))
                    .as("lease and renewal")
                    .isLessThan(SETTINGS.lease().plus(SETTINGS.renewal()).plus(ALLOWANCE));
        } finally {
            alive.stop();
        }
        assertThat(bench.execution.calls()).hasSize(1);
    }

    @Test
    void theSettingsThatComeWithItTakeOverInTime() {
        LeaseSettings usual =
                new LeaseSettings(Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofMillis(100), 4);
        assertThat(usual.lease().plus(usual.renewal()).plus(ALLOWANCE)).isLessThan(REQUIRED);
    }

    @Test
    void aReplicaThatStopsGivesItsRunsBackAtOnce() {
        RunKeeper first = keeper("first");
        first.start();
        await().atMost(REQUIRED).until(() -> !bench.leases.goingOn("first").isEmpty());
        assertThat(first.check().status()).isEqualTo(HealthCheck.Status.UP);
        first.stop();
        bench.leases.hold("second", LONG);
        assertThat(bench.leases.goingOn("second")).containsExactly(id);
        assertThat(bench.leases.goingOn("first")).isEmpty();
    }

    @Test
    void aRunIsHeldByOne() {
        bench.leases.hold("one", LONG);
        bench.leases.hold("two", LONG);
        assertThat(bench.leases.due("one", bench.clock.instant())).containsExactly(id);
        assertThat(bench.leases.due("two", bench.clock.instant())).isEmpty();
        bench.leases.release("one");
        bench.leases.hold("two", LONG);
        assertThat(bench.leases.due("one", bench.clock.instant())).isEmpty();
        assertThat(bench.leases.due("two", bench.clock.instant())).containsExactly(id);
    }

    @Test
    void twoThatTakeRunsAtOnceShareNone() throws Exception {
        for (int more = 0; more < 30; more++) {
            bench.begins(AccountId.of(UUID.randomUUID()), GapPolicy.HALT, 0);
        }
        Thread other = Thread.ofPlatform().start(() -> bench.leases.hold("two", LONG));
        bench.leases.hold("one", LONG);
        assertThat(other.join(REQUIRED)).isTrue();
        assertThat(bench.leases.goingOn("one"))
                .filteredOn(bench.leases.goingOn("two")::contains)
                .isEmpty();
        assertThat(bench.leases.goingOn("one").size()
                        + bench.leases.goingOn("two").size())
                .isEqualTo(31);
    }
}
