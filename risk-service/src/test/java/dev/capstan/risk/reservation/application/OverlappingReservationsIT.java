package dev.capstan.risk.reservation.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.risk.ReservationAnswer.Outcome;
import dev.capstan.contracts.risk.ReservationRequest;
import dev.capstan.contracts.value.Side;
import dev.capstan.risk.OrderFixture;
import dev.capstan.risk.RiskDatabase;
import dev.capstan.risk.RiskInstance;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two replicas, one database. The first transaction is stopped just before its commit until PostgreSQL itself reports the second one
 * waiting for a lock: so they did overlap.
 */
class OverlappingReservationsIT {

    private static final RiskInstance FIRST = new RiskInstance("risk-1");
    private static final RiskInstance SECOND = new RiskInstance("risk-2");
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    private final JdbcClient session = RiskDatabase.session();
    private final AccountId account = OrderFixture.account();

    @AfterAll
    static void close() {
        THREADS.shutdownNow();
        FIRST.close();
        SECOND.close();
    }

    @BeforeEach
    void playPrices() {
        for (RiskInstance instance : new RiskInstance[] {FIRST, SECOND}) {
            instance.tick(OrderFixture.BTCUSDT, "100");
            instance.tick(OrderFixture.ETHUSDT, "100");
        }
    }

    @RepeatedTest(25)
    void letExactlyOneTakeTheLastOfAnInstrumentLimit() {
        // The default is 100,000 for an instrument: 600 at 100 fit once.
        Answers answers = overlapping(limitBuy(OrderFixture.BTCUSDT, "600"), limitBuy(OrderFixture.BTCUSDT, "600"));
        assertThat(answers.first().outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(answers.second().reason()).isEqualTo(DenialReason.LIMIT_INSTRUMENT_EXPOSURE);
        assertThat(FIRST.exposure(account, "100")).isEqualByComparingTo("60000");
    }

    @RepeatedTest(25)
    void letExactlyOneTakeTheLastOfAnAccountLimitOnTwoInstruments() {
        session.sql("INSERT INTO account_limit (account_id, max_account_exposure, version) VALUES (?, 100000, 1)")
                .param(account.value())
                .update();
        Answers answers = overlapping(limitBuy(OrderFixture.BTCUSDT, "600"), limitBuy(OrderFixture.ETHUSDT, "600"));
        assertThat(answers.first().outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(answers.second().reason()).isEqualTo(DenialReason.LIMIT_ACCOUNT_EXPOSURE);
        assertThat(FIRST.exposure(account, "100")).isEqualByComparingTo("60000");
        assertThat(FIRST.openOrders(account)).isEqualTo(1);
    }

    @RepeatedTest(10)
    void giveTheSameQuestionAskedOfBothOneAnswerAndOneHold() {
        ReservationRequest request = limitBuy(OrderFixture.BTCUSDT, "600");
        Answers answers = overlapping(request, request);
        assertThat(answers.second()).isEqualTo(answers.first()).isEqualTo(ReservationAnswer.approved());
        assertThat(FIRST.openOrders(account)).isEqualTo(1);
    }

    private ReservationRequest limitBuy(InstrumentId instrumentId, String quantity) {
        return OrderFixture.limit(account, instrumentId, Side.BUY, quantity, "100")
                .request();
    }

    private Answers overlapping(ReservationRequest one, ReservationRequest two) {
        CountDownLatch reachedCommit = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        FIRST.opens(one);
        FIRST.opens(two);
        FIRST.transactions().beforeCommit(() -> {
            reachedCommit.countDown();
            awaitLatch(mayCommit);
        });
        try {
            CompletableFuture<ReservationAnswer> first =
                    CompletableFuture.supplyAsync(() -> FIRST.reserve(one), THREADS);
            awaitLatch(reachedCommit);
            CompletableFuture<ReservationAnswer> second =
                    CompletableFuture.supplyAsync(() -> SECOND.reserve(two), THREADS);
            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(2))
                    .until(this::secondWaitsForALock);
            assertThat(second)
                    .as("the second while the first holds the account")
                    .isNotDone();
            mayCommit.countDown();
            return new Answers(first.join(), second.join());
        } finally {
            mayCommit.countDown();
            FIRST.transactions().beforeCommit(() -> {});
        }
    }

    /** What PostgreSQL says: a backend of the second replica waits, and a backend of the first is what it waits for. */
    private boolean secondWaitsForALock() {
        return session.sql("""
                                SELECT count(*) FROM pg_stat_activity waiting, pg_stat_activity holding
                                 WHERE waiting.application_name = 'risk-2' AND waiting.wait_event_type = 'Lock'
                                   AND holding.application_name = 'risk-1'
                                   AND holding.pid = ANY (pg_blocking_pids(waiting.pid))""").query(Long.class).single() == 1;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Answers(ReservationAnswer first, ReservationAnswer second) {}
}
