package dev.capstan.execution.venue.adapter.binance.websocket;

import static dev.capstan.execution.venue.adapter.binance.SimulatedVenue.ACCOUNT;
import static dev.capstan.execution.venue.adapter.binance.Submissions.BTC;
import static dev.capstan.execution.venue.adapter.binance.Submissions.marketBuy;
import static dev.capstan.execution.venue.adapter.binance.Submissions.restingBuy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.venue.domain.VenueOrderState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a stream that works tells, and what becomes of it. */
class UserDataStreamsIT extends StreamTests {

    @Test
    void reportsWhatHappensToAnOrderInOrder() {
        own();
        client.submit(restingBuy("stream-1", "0.5", client.clock()));
        client.cancel(BTC, ClientOrderId.parse("stream-1"));

        patiently()
                .untilAsserted(() -> assertThat(states("stream-1"))
                        .containsExactly(VenueOrderState.ACCEPTED, VenueOrderState.CANCELED));
    }

    @Test
    void reportsEveryFillOnceWithTheQuantityExecutedSoFar() {
        own();
        client.submit(marketBuy("stream-2", "0.01", client.clock()));

        patiently().until(() -> states("stream-2").contains(VenueOrderState.FILLED));
        assertThat(reports.stream().flatMap(report -> report.fills().stream())).hasSize(1);
    }

    @Test
    void passesOnADuplicateForTheIntakeToIgnore() {
        own();
        venue.fault("\"kind\":\"DUPLICATE_REPORT\"");
        client.submit(restingBuy("stream-3", "0.5", client.clock()));

        patiently()
                .untilAsserted(() -> assertThat(states("stream-3"))
                        .containsExactly(VenueOrderState.ACCEPTED, VenueOrderState.ACCEPTED));
    }

    @Test
    void keepsBalancesCurrent() {
        own();
        assertThat(streams.balances(ACCOUNT)).isEmpty();
        Instant askedAt = venue.environment().nowForReads();
        streams.learnBalances(ACCOUNT, client.balances(), askedAt);

        client.submit(marketBuy("stream-5", "0.01", client.clock()));

        patiently()
                .untilAsserted(() -> assertThat(streams.balances(ACCOUNT).orElseThrow())
                        .filteredOn(balance -> balance.asset().equals(Asset.parse("BTC")))
                        .singleElement()
                        .satisfies(balance -> assertThat(balance.free().value()).isGreaterThan(new BigDecimal("10"))));
    }

    @Test
    void callsReportsThatDoNotFitAGap() {
        streams.destroy();
        CountDownLatch release = new CountDownLatch(1);
        streams = streams(report -> waitFor(release), timing(Duration.ofSeconds(60)), 1);
        own();
        for (int i = 0; i < 6; i++) {
            client.submit(restingBuy("stream-6-" + i, "0.01", client.clock()));
        }

        patiently().until(() -> gaps.contains("reports came faster than they could be stored"));
        release.countDown();
    }

    @Test
    void callsAReportThatCannotBeStoredAGap() {
        streams.destroy();
        streams = streams(
                report -> {
                    throw new IllegalStateException("the database is away");
                },
                timing(Duration.ofSeconds(60)),
                100);
        own();
        client.submit(restingBuy("stream-7", "0.5", client.clock()));

        patiently().until(() -> gaps.contains("an event could not be stored"));
        assertThat(streams.isUp(ACCOUNT)).isTrue();
    }

    @Test
    void isSilentAfterTheSessionIsLost() {
        own();
        streams.lost(ACCOUNT);
        assertThat(streams.isReady(ACCOUNT)).isFalse();
        client.submit(restingBuy("stream-8", "0.5", client.clock()));
        streams.owned(new SessionOwnership(ACCOUNT, 2));
        patiently().until(() -> streams.isUp(ACCOUNT));
        client.submit(restingBuy("stream-9", "0.5", client.clock()));

        patiently().until(() -> !states("stream-9").isEmpty());
        assertThat(states("stream-8")).isEmpty();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
