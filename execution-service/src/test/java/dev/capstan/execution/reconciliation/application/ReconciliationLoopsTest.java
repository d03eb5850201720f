package dev.capstan.execution.reconciliation.application;

import static dev.capstan.execution.reconciliation.application.MovingVenue.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.fixtures.KnownAccounts;
import dev.capstan.execution.reconciliation.domain.ReconciliationRun;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconciliationLoopsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final MovingVenue venue = new MovingVenue();
    private final RememberedRuns runs = new RememberedRuns();
    private final KnownAccounts accounts = new KnownAccounts();
    private final ReconciliationLoops loops = new ReconciliationLoops(
            new Reconcile(accounts, accountId -> venue, venue, venue, runs, UUID::randomUUID, Clock.systemUTC()),
            runs,
            new Silent(),
            new ReconciliationLoop.Pace(LONG, SHORT, SHORT, Duration.ZERO, SHORT));

    @BeforeEach
    void openAccount() {
        accounts.add(ACCOUNT, "owner");
    }

    @AfterEach
    void stop() {
        loops.close();
    }

    @Test
    void isNotReadyBeforeTheFirstRunAndReadyAfterIt() {
        assertThat(loops.isReady(ACCOUNT)).isFalse();

        loops.owned(new SessionOwnership(ACCOUNT, 1));

        soon().until(() -> loops.isReady(ACCOUNT));
        assertThat(runs.runs).hasSize(1);
    }

    @Test
    void isNotReadyFromAGapToTheEndOfARunThatBeganAfterIt() {
        loops.owned(new SessionOwnership(ACCOUNT, 1));
        soon().until(() -> loops.isReady(ACCOUNT));
        CountDownLatch release = new CountDownLatch(1);
        venue.between(() -> waitFor(release));

        loops.reportsMayBeMissing(ACCOUNT, "stream connected");
        assertThat(loops.isReady(ACCOUNT)).isFalse();
        loops.reportsMayBeMissing(ACCOUNT, "and again");
        venue.between(() -> {});
        release.countDown();

        soon().until(() -> loops.isReady(ACCOUNT));
        assertThat(runs.runs.size()).isBetween(2, 3);
    }

    @Test
    void staysNotReadyAndTriesAgainWhileTheVenueIsAway() {
        AtomicBoolean away = new AtomicBoolean(true);
        venue.between(() -> {
            if (away.get()) {
                throw new VenueUnavailableException("no answer");
            }
        });
        loops.owned(new SessionOwnership(ACCOUNT, 1));

        soon().until(() -> runs.runs.size() >= 3);
        assertThat(loops.isReady(ACCOUNT)).isFalse();
        away.set(false);
        soon().until(() -> loops.isReady(ACCOUNT));
    }

    @Test
    void runsWhenSomebodyAsks() {
        loops.owned(new SessionOwnership(ACCOUNT, 1));
        soon().until(() -> runs.runs.size() == 1);

        runs.request(ACCOUNT, Instant.now());

        soon().until(() -> runs.runs.size() == 2);
    }

    @Test
    void endsWithTheSession() {
        loops.owned(new SessionOwnership(ACCOUNT, 1));
        soon().until(() -> loops.isReady(ACCOUNT));

        loops.lost(ACCOUNT);

        assertThat(loops.isReady(ACCOUNT)).isFalse();
        loops.reportsMayBeMissing(ACCOUNT, "nobody listens");
        assertThat(runs.runs).hasSize(1);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(5));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Silent implements RunListener {

        @Override
        public void finished(ReconciliationRun run) {}

        @Override
        public void failed(AccountId accountId, RuntimeException cause) {}
    }
}
