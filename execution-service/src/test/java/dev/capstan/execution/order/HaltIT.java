package dev.capstan.execution.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HaltIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Cluster cluster = new Cluster();
    private final ExecutionInstance owner = cluster.startOwner("execution-1");
    private final HaltSwitch halt = new HaltSwitch(owner);

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void sendsNothingOnceTheHaltIsAnswered() {
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                String key = "during-halt-" + i;
                callers.add(CompletableFuture.runAsync(() -> cluster.place(owner, cluster.market(key)), threads));
            }
            await().atMost(PATIENCE).until(() -> cluster.venue.arrivals().size() > 10);

            halt.halt(TradingScope.ALL);
            int arrived = cluster.venue.arrivals().size();

            assertThat(callers).allSatisfy(caller -> assertThat(caller).succeedsWithin(PATIENCE));
            assertThat(cluster.venue.arrivals()).hasSize(arrived);
        }
        assertThat(cluster.placed(owner, cluster.market("after")).denial())
                .isNotNull()
                .extracting(Denial::reason)
                .isEqualTo(DenialReason.TRADING_HALTED);
        assertThat(cluster.stream(owner)).isNotEmpty();
    }

    @Test
    void waitsForAClaimThatHasReadTheStateAndNotCommitted() throws Exception {
        CompletableFuture<Void> halting;
        try (PausePoints.Pause pause = PausePoints.at(CrashPoint.CLAIM_CHECKED)) {
            CompletableFuture<Void> placing =
                    CompletableFuture.runAsync(() -> cluster.place(owner, cluster.market("in-claim")));
            await().atMost(PATIENCE).until(pause::isReached);

            halting = CompletableFuture.runAsync(() -> halt.halt(new TradingScope(cluster.account, Cluster.BTC)));
            assertThat(halting).failsWithin(Duration.ofMillis(150));
            pause.end();
            placing.join();
        }
        halting.join();

        assertThat(cluster.venue.arrivals()).hasSize(1);
    }

    @Test
    void answersBySecondsEvenWhenTheVenueDoesNot() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        cluster.venue.next(submission -> {
            answer.join();
            return new SubmitAnswer.OutcomeUnknown("late");
        });
        cluster.placed(owner, cluster.market("silent"));

        long start = System.nanoTime();
        halt.halt(new TradingScope(cluster.account, null));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        answer.complete(null);

        assertThat(took).isBetween(Duration.ofMillis(900), Duration.ofSeconds(3));
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
