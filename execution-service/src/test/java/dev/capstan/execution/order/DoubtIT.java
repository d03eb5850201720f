package dev.capstan.execution.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.tradingstate.TradingStateCause;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.fixtures.Cluster;
import dev.capstan.execution.fixtures.ExecutionInstance;
import dev.capstan.execution.fixtures.ScriptedVenue;
import dev.capstan.execution.order.application.OrderHistory;
import dev.capstan.execution.order.application.VenueReportIntake;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.Ending;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.tradingstate.TradingScope;
import dev.capstan.execution.tradingstate.TradingStates;
import dev.capstan.execution.venue.domain.SubmitAnswer;
import dev.capstan.kit.jdbc.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has a cluster of its own and waits most of its time, so all run side by side. */
class DoubtIT {

    private final Cluster cluster = new Cluster();
    /** Whoever holds a lock here stands still while he looks who waits for it; with all that runs beside, that may take its time. */
    private final ExecutionInstance owner =
            cluster.startOwner("execution-1", Map.of("capstan.database.idle-in-transaction-timeout", "15s"));

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void findsOutWhatALostAnswerSaid() {
        cluster.venue.losesNextAnswer();

        Order order = cluster.placed(owner, cluster.market("lost-answer"));

        Order filled = cluster.awaitStatus(owner, order, OrderStatus.FILLED);
        assertThat(types(filled))
                .containsSubsequence(
                        OrderEventType.OrderSubmitted, OrderEventType.OrderInDoubt, OrderEventType.OrderFilled);
        assertThat(timeline(filled).getLast().source()).isEqualTo(FactSource.QUERY);
        assertThat(cluster.venue.arrivals()).hasSize(1);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void provesThatASubmitNeverArrivedAndBelievesTheVenueAfterAll() {
        AtomicReference<Runnable> late = new AtomicReference<>(() -> {});
        cluster.venue.next(submission -> {
            late.set(() -> cluster.venue.execute(submission));
            return new SubmitAnswer.OutcomeUnknown("connection=closed");
        });
        Order order = cluster.placed(owner, cluster.market("never-arrived"));
        cluster.awaitStatus(owner, order, OrderStatus.UNKNOWN);

        Denial meanwhile = cluster.placed(owner, cluster.market("meanwhile")).denial();
        Order expired =
                await().atMost(Duration.ofSeconds(40)).until(() -> cluster.now(owner, order), Order::isTerminal);

        assertThat(meanwhile).isNotNull().extracting(Denial::reason).isEqualTo(DenialReason.INSTRUMENT_IN_DOUBT);
        assertThat(expired.ending()).isNotNull().extracting(Ending::reason).isEqualTo(EndReason.SUBMIT_NEVER_ARRIVED);
        assertThat(cluster.venue.arrivalsOf(order.terms().clientOrderId())).isOne();

        // Against the venue's own rule, 20 s later: what it says counts, and people are to look before anybody trades
        // on.
        late.get().run();
        owner.bean(VenueReportIntake.class)
                .accept(ScriptedVenue.from(
                        cluster.venue.truth(order.terms().clientOrderId()).orElseThrow(), FactSource.STREAM));

        assertThat(cluster.now(owner, order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(types(order)).endsWith(OrderEventType.OrderReopened, OrderEventType.OrderFilled);
        assertThat(owner.bean(TradingStates.class).haltOf(order.terms().streamKey()))
                .hasValueSatisfying(halt -> assertThat(halt.cause()).isEqualTo(TradingStateCause.IN_DOUBT));
        assertThat(cluster.placed(owner, cluster.market("halted")).denial())
                .isNotNull()
                .extracting(Denial::reason)
                .isEqualTo(DenialReason.TRADING_HALTED);
        owner.bean(Transactions.class)
                .run(() -> owner.bean(TradingStates.class)
                        .reArm(TradingScope.of(order.terms().streamKey()), "risk-manager", "looked at"));
        cluster.awaitStatus(owner, cluster.placed(owner, cluster.market("re-armed")), OrderStatus.FILLED);
    }

    /** The claim asks for doubts behind the stream's lock: what the last holder of the lock committed is seen. */
    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void refusesAClaimThatWaitedWhileAnotherOrderFellInDoubt() {
        Order resting = cluster.awaitStatus(owner, cluster.placed(owner, cluster.limit("falls")), OrderStatus.ACCEPTED);
        CountDownLatch locked = new CountDownLatch(1);
        cluster.world.risk.answers(terms -> {
            Thread.ofVirtual().start(() -> owner.bean(Transactions.class).run(() -> fallWhileAwaited(resting, locked)));
            awaitLatch(locked);
            return Optional.of(ReservationAnswer.approved());
        });

        Order waited = cluster.placed(owner, cluster.market("waits"));

        assertThat(waited.denial()).isNotNull().extracting(Denial::reason).isEqualTo(DenialReason.INSTRUMENT_IN_DOUBT);
        assertThat(cluster.venue.arrivalsOf(waited.terms().clientOrderId())).isZero();
    }

    private void fallWhileAwaited(Order order, CountDownLatch locked) {
        JdbcClient jdbc = owner.bean(JdbcClient.class);
        jdbc.sql("SELECT last_number FROM order_stream WHERE account_id = ? FOR UPDATE")
                .param(cluster.account.value())
                .query(Long.class)
                .single();
        locked.countDown();
        await().until(() -> jdbc.sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
                        + "AND datname = current_database())")
                .query(Boolean.class)
                .single());
        jdbc.sql("UPDATE orders SET status = 'UNKNOWN', doubt_since = now(), version = version + 1 WHERE order_id = ?")
                .param(order.id().value())
                .update();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void doesNotTakeADenialOfExistenceForAnEnd() {
        cluster.venue.losesNextAnswer();
        cluster.venue.deniesExistence(true);
        Order order = cluster.placed(owner, cluster.market("denied-existence"));
        cluster.awaitStatus(owner, order, OrderStatus.UNKNOWN);

        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        assertThat(cluster.now(owner, order).status()).isEqualTo(OrderStatus.UNKNOWN);
        cluster.venue.deniesExistence(false);

        cluster.awaitStatus(owner, order, OrderStatus.FILLED);
        assertThat(cluster.venue.arrivals()).hasSize(1);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void sendsAgainOnlyWhatWasCertainlyNotExecuted() {
        cluster.venue.next(submission -> new SubmitAnswer.CertainlyNotExecuted("code=-1021", null));

        Order order = cluster.placed(owner, cluster.market("retry"));

        Order filled = cluster.awaitStatus(owner, order, OrderStatus.FILLED);
        assertThat(filled.submitAttempt()).isEqualTo(2);
        assertThat(cluster.venue.arrivalsOf(order.terms().clientOrderId())).isEqualTo(2);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void endsWhatTheVenueKeepsSendingAway() {
        for (int i = 0; i < 10; i++) {
            cluster.venue.next(submission -> new SubmitAnswer.CertainlyNotExecuted("code=-1015", null));
        }

        Order order = cluster.placed(owner, cluster.market("too-late"));

        Order expired = cluster.awaitStatus(owner, order, OrderStatus.EXPIRED);
        assertThat(expired.ending()).isNotNull().extracting(Ending::reason).isEqualTo(EndReason.SUBMIT_TOO_LATE);
        assertThat(cluster.venue.arrivals()).hasSizeBetween(2, 4);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void keepsTheVenuesRejection() {
        cluster.venue.next(submission -> new SubmitAnswer.Rejected("Account has insufficient balance."));

        Order order = cluster.placed(owner, cluster.market("rejected"));

        Order rejected = cluster.awaitStatus(owner, order, OrderStatus.REJECTED);
        assertThat(timeline(rejected).getLast().detail()).isEqualTo("Account has insufficient balance.");
    }

    private List<OrderEvent> timeline(Order order) {
        return owner.bean(OrderHistory.class).timeline(order.id());
    }

    private List<OrderEventType> types(Order order) {
        return timeline(order).stream().map(OrderEvent::type).toList();
    }
}
