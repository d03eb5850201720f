package dev.capstan.execution.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.fixtures.Cluster;
import dev.capstan.execution.fixtures.ExecutionInstance;
import dev.capstan.execution.fixtures.PausePoints;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.session.Sessions;
import dev.capstan.kit.crash.CrashPoint;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TakeoverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Cluster cluster = new Cluster();
    private final ExecutionInstance first = cluster.startOwner("execution-1");
    private final ExecutionInstance second = cluster.start("execution-2", Cluster.QUICK);

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void movesTheSessionOfAKilledOwnerAndGoesOn() {
        long fence = fence(first);

        first.kill();
        cluster.awaitOwner(second);

        assertThat(fence(second)).isGreaterThan(fence);
        cluster.awaitStatus(second, cluster.placed(second, cluster.market("after-kill")), OrderStatus.FILLED);
    }

    @Test
    void sendsAnOrderOfTheOtherReplicaByTheOwner() {
        Order order = cluster.placed(second, cluster.market("by-the-other"));

        Order filled = cluster.awaitStatus(second, order, OrderStatus.FILLED);

        assertThat(filled.claim())
                .isNotNull()
                .extracting(claim -> claim.owner())
                .isEqualTo("execution-1");
        assertThat(cluster.venue.arrivalsOf(order.terms().clientOrderId())).isOne();
    }

    @Test
    void sendsNothingWhenPausedBetweenTheChecksAndTheCommitOfItsClaim() {
        try (PausePoints.Pause pause = PausePoints.at(CrashPoint.CLAIM_CHECKED)) {
            Thread placing = Thread.ofVirtual().start(() -> placeIgnoringFailure("paused-in-claim"));
            await().atMost(PATIENCE).until(pause::isReached);

            first.freeze();
            cluster.awaitOwner(second);
            pause.end();
            await().atMost(PATIENCE).until(() -> !placing.isAlive());
        }

        Order order = cluster.placed(second, cluster.market("paused-in-claim"));
        Order ended = await().atMost(PATIENCE).until(() -> cluster.now(second, order), Order::isTerminal);
        assertThat(cluster.venue.arrivalsOf(order.terms().clientOrderId())).isLessThanOrEqualTo(1);
        assertThat(ended.claim() == null || ended.claim().owner().equals("execution-2"))
                .isTrue();
    }

    @Test
    void executesNothingWhenPausedBetweenTheClaimAndTheWrite() {
        cluster.venue.judgesWindows();
        Order order;
        try (PausePoints.Pause pause = PausePoints.at(CrashPoint.CLAIM_COMMITTED)) {
            order = cluster.placed(first, cluster.market("paused-before-write"));
            await().atMost(PATIENCE).until(pause::isReached);

            first.freeze();
            cluster.awaitOwner(second);
            assertThat(cluster.now(second, order).status()).isEqualTo(OrderStatus.UNKNOWN);
        }

        Order ended = cluster.awaitStatus(second, order, OrderStatus.EXPIRED);
        assertThat(cluster.venue.truth(order.terms().clientOrderId())).isEmpty();
        assertThat(cluster.venue.arrivalsOf(order.terms().clientOrderId())).isOne();
        assertThat(cluster.stream(second)).isNotEmpty();
        assertThat(ended.submitAttempt()).isOne();
    }

    private void placeIgnoringFailure(String key) {
        try {
            cluster.place(first, cluster.market(key));
        } catch (RuntimeException connectionLost) {
            assertThat(connectionLost).isNotNull();
        }
    }

    private long fence(ExecutionInstance instance) {
        return instance.bean(Sessions.class)
                .owned(cluster.account)
                .map(SessionOwnership::fence)
                .orElseThrow();
    }
}
