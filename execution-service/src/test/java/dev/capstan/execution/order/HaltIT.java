package dev.capstan.execution.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.tradingstate.TradingStateValue;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.fixtures.Cluster;
import dev.capstan.execution.fixtures.ExecutionInstance;
import dev.capstan.execution.fixtures.HaltSwitch;
import dev.capstan.execution.fixtures.PausePoints;
import dev.capstan.execution.order.application.CancelOrder;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.tradingstate.TradingScope;
import dev.capstan.execution.venue.domain.SubmitAnswer;
import dev.capstan.kit.crash.CrashPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class HaltIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration OFTEN = Duration.ofMillis(5);

    private final Cluster cluster = new Cluster();
    private final ExecutionInstance owner = cluster.startOwner("execution-1");
    private final HaltSwitch halt = new HaltSwitch(owner);

    @AfterEach
    void stop() {
        cluster.close();
    }

    /** A request that was held on its way may still arrive, too late for the venue: what it takes is what counts. */
    @Test
    void executesNothingOnceTheHaltIsAnswered() {
        cluster.venue.judgesWindows();
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                String key = "during-halt-" + i;
                callers.add(CompletableFuture.runAsync(() -> cluster.place(owner, cluster.market(key)), threads));
            }
            await().atMost(PATIENCE).until(() -> cluster.venue.taken().size() > 10);

            halt.halt(TradingScope.ALL);
            Set<ClientOrderId> taken = cluster.venue.taken();

            assertThat(callers).allSatisfy(caller -> assertThat(caller).succeedsWithin(PATIENCE));
            assertThat(cluster.venue.taken()).isEqualTo(taken);
        }
        assertThat(cluster.placed(owner, cluster.market("after")).denial())
                .isNotNull()
                .extracting(Denial::reason)
                .isEqualTo(DenialReason.TRADING_HALTED);
        assertThat(cluster.stream(owner)).isNotEmpty();
    }

    @Test
    void waitsForAClaimThatHasReadTheStateAndNotCommitted() {
        // The first claim of an account inserts its states, and that alone would hold a halt.
        cluster.awaitStatus(owner, cluster.placed(owner, cluster.market("before")), OrderStatus.FILLED);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                PausePoints.Pause pause = PausePoints.at(CrashPoint.CLAIM_CHECKED, this::mayStandStill)) {
            CompletableFuture<Void> placing =
                    CompletableFuture.runAsync(() -> cluster.place(owner, cluster.market("in-claim")), threads);
            await().atMost(PATIENCE).pollInterval(OFTEN).until(pause::isReached);

            CompletableFuture<Void> halting = CompletableFuture.runAsync(
                    () -> halt.halt(new TradingScope(cluster.account, Cluster.BTC)), threads);
            await().atMost(PATIENCE).pollInterval(OFTEN).until(this::isHaltInLine);
            assertThat(halting).isNotDone();
            pause.end();
            placing.join();
            halting.join();
        }

        assertThat(cluster.venue.arrivals()).hasSize(2);
    }

    /** The database ends a claim that is idle for 600 ms: here that would end what is to be waited for. */
    private void mayStandStill() {
        owner.bean(JdbcClient.class)
                .sql("SELECT set_config('idle_in_transaction_session_timeout', '0', true)")
                .query(String.class)
                .single();
    }

    /** The session's lease is renewed at the same time and waits for the claim too. */
    private boolean isHaltInLine() {
        return owner.bean(JdbcClient.class)
                .sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
                        + "AND datname = current_database() AND query LIKE '%trading_state%')")
                .query(Boolean.class)
                .single();
    }

    @Test
    void answersBySecondsEvenWhenTheVenueDoesNot() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        cluster.venue.next(submission -> {
            answer.join();
            return new SubmitAnswer.OutcomeUnknown("late");
        });
        long beforeTheClaim = System.nanoTime();
        cluster.placed(owner, cluster.market("silent"));

        long start = System.nanoTime();
        halt.halt(new TradingScope(cluster.account, null));
        long end = System.nanoTime();
        answer.complete(null);

        assertThat(Duration.ofNanos(end - beforeTheClaim)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
        assertThat(Duration.ofNanos(end - start)).isLessThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void letsCancelsPassAndRepeatsThemUntilTheOrderIsGone() {
        Order resting =
                cluster.awaitStatus(owner, cluster.placed(owner, cluster.limit("resting")), OrderStatus.ACCEPTED);
        halt.halt(TradingScope.ALL);
        cluster.venue.isDown(true);

        Order flagged = owner.bean(CancelOrder.class).cancel(resting);
        assertThat(flagged.cancelRequested()).isTrue();
        cluster.venue.isDown(false);

        cluster.awaitStatus(owner, resting, OrderStatus.CANCELED);
    }

    @Test
    void isIdempotentAndCountsVersions() {
        TradingScope account = new TradingScope(cluster.account, null);

        var first = halt.halt(account);
        var again = halt.halt(account);
        var armed = halt.reArm(account);

        assertThat(again.version()).isEqualTo(first.version());
        assertThat(armed.version()).isEqualTo(first.version() + 1);
        assertThat(armed.state()).isEqualTo(TradingStateValue.ACTIVE);
    }
}
