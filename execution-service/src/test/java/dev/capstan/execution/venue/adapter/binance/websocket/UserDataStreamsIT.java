package dev.capstan.execution.venue.adapter.binance.websocket;

import static dev.capstan.execution.venue.adapter.binance.SimulatedVenue.ACCOUNT;
import static dev.capstan.execution.venue.adapter.binance.Submissions.BTC;
import static dev.capstan.execution.venue.adapter.binance.Submissions.marketBuy;
import static dev.capstan.execution.venue.adapter.binance.Submissions.restingBuy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.venue.adapter.binance.SimulatedVenue;
import dev.capstan.execution.venue.adapter.binance.http.BinanceVenueClient;
import dev.capstan.execution.venue.domain.ReportGaps;
import dev.capstan.execution.venue.domain.StreamedReports;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.execution.venue.domain.VenueReport;
import dev.capstan.simulator.binance.websocket.ConnectionRules;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserDataStreamsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final List<VenueReport> reports = new CopyOnWriteArrayList<>();
    private final List<String> gaps = new CopyOnWriteArrayList<>();
    private final List<String> alerts = new CopyOnWriteArrayList<>();

    private SimulatedVenue venue;
    private BinanceVenueClient client;
    private UserDataStreams streams;

    @BeforeEach
    void start() {
        venue = new SimulatedVenue(folder);
        client = venue.client();
        streams = streams(reports::add, timing(Duration.ofSeconds(60)), 100);
    }

    @AfterEach
    void stop() {
        streams.destroy();
        venue.close();
    }

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
    void callsEverySubscriptionAGap() {
        own();
        assertThat(gaps).containsExactly("stream connected");

        venue.fault("\"kind\":\"DROP_CONNECTION\"");
        client.submit(restingBuy("stream-4", "0.5", client.clock()));

        patiently().until(() -> gaps.size() == 2 && streams.isUp(ACCOUNT));
        client.cancel(BTC, ClientOrderId.parse("stream-4"));
        patiently().until(() -> states("stream-4").contains(VenueOrderState.CANCELED));
    }

    @Test
    void theSameKeysReadOnceMoreAreNoReasonForAnotherConnection() {
        streams.destroy();
        streams = streams(reports::add, timing(Duration.ofSeconds(60)), 100, id -> venue.accessAnew());
        own();
        long before = venue.streamSubscriptions();
        for (int i = 0; i < 20; i++) {
            client.submit(restingBuy("anew-" + i, "0.01", client.clock()));
        }
        patiently()
                .untilAsserted(() -> assertThat(reports.stream()
                                .map(report -> report.clientOrderId().text())
                                .distinct())
                        .hasSize(20));
        assertThat(venue.streamSubscriptions()).isEqualTo(before);
        assertThat(gaps).containsExactly("stream connected");
    }

    @Test
    void replacesAConnectionOnWhichNothingIsHeard() {
        streams.destroy();
        streams = streams(reports::add, timing(Duration.ZERO), 100);
        streams.owned(new SessionOwnership(ACCOUNT, 1));

        patiently().until(() -> gaps.size() >= 3);
        assertThat(streams.isReady(ACCOUNT)).isFalse();
    }

    /** The venue would cut it after a day: it is left before, for another one that is subscribed already. */
    @Test
    void goesOverToANewConnectionWithoutAGap() {
        streams.destroy();
        streams = streams(reports::add, timing(Duration.ofSeconds(60), Duration.ofMillis(300)), 100);
        own();
        for (int i = 0; i < 40; i++) {
            client.submit(restingBuy("over-" + i, "0.01", client.clock()));
        }

        patiently()
                .untilAsserted(() -> assertThat(reports.stream()
                                .map(report -> report.clientOrderId().text())
                                .distinct())
                        .hasSize(40));
        patiently().until(() -> venue.streamSubscriptions() >= 3);
        assertThat(gaps).containsExactly("stream connected");
        assertThat(streams.isUp(ACCOUNT)).isTrue();
    }

    /** The one that works is kept until another one does, however often that fails. */
    @Test
    void staysOnTheOldConnectionWhileNoNewOneCanBeMade() {
        streams.destroy();
        try (FreezableProxy proxy = new FreezableProxy(venue.environment().webSocketApi())) {
            StreamTiming shortLived = timing(Duration.ofSeconds(60), Duration.ofMillis(300));
            streams = streams(reports::add, shortLived, 100, always(venue.accessBy(proxy.uri())));
            own();

            proxy.turnsNewOnesAway(true);
            patiently().until(() -> proxy.turnedAway() >= 3);
            for (int i = 0; i < 10; i++) {
                client.submit(restingBuy("kept-" + i, "0.01", client.clock()));
            }

            patiently().untilAsserted(() -> assertThat(ordersHeardOf("kept-")).hasSize(10));
            assertThat(streams.isReady(ACCOUNT)).isTrue();
            assertThat(venue.streamSubscriptions()).isEqualTo(1);

            proxy.turnsNewOnesAway(false);
            patiently().until(() -> venue.streamSubscriptions() >= 2);
            client.submit(restingBuy("after", "0.01", client.clock()));
            patiently().until(() -> !states("after").isEmpty());
            assertThat(gaps).containsExactly("stream connected");
        }
    }

    /** And when the old one ends before that, it is a new start like any other. */
    @Test
    void callsItAGapWhenTheOldConnectionEndsBeforeThereIsANewOne() {
        streams.destroy();
        try (FreezableProxy proxy = new FreezableProxy(venue.environment().webSocketApi())) {
            StreamTiming shortLived = timing(Duration.ofSeconds(60), Duration.ofMillis(300));
            streams = streams(reports::add, shortLived, 100, always(venue.accessBy(proxy.uri())));
            own();
            proxy.turnsNewOnesAway(true);
            patiently().until(() -> proxy.turnedAway() >= 1);

            venue.fault("\"kind\":\"DROP_CONNECTION\"");
            patiently().until(() -> !streams.isUp(ACCOUNT));
            client.submit(restingBuy("missed", "0.01", client.clock()));
            proxy.turnsNewOnesAway(false);

            patiently().until(() -> streams.isUp(ACCOUNT));
            assertThat(gaps).hasSize(2).containsOnly("stream connected");
        }
    }

    /** The venue says it some time before: the next connection is there when this one goes. */
    @Test
    void isOnAnotherConnectionWhenTheVenueShutsDownAsAnnounced() {
        own();
        venue.fault("\"kind\":\"SHUT_DOWN\",\"notice\":1000");
        patiently().until(() -> venue.streamSubscriptions() == 2);
        for (int i = 0; i < 40; i++) {
            client.submit(restingBuy("announced-" + i, "0.01", client.clock()));
        }

        patiently().untilAsserted(() -> assertThat(ordersHeardOf("announced-")).hasSize(40));
        await().during(Duration.ofMillis(1500))
                .atMost(PATIENCE)
                .until(() -> streams.isUp(ACCOUNT) && gaps.equals(List.of("stream connected")));
    }

    /** Should the venue cut what we had not left yet, as it does after a day, the account is back with a comparison to come. */
    @Test
    void comesBackWithAGapWhenTheVenueCutsAnOldConnection(@TempDir Path elsewhere) {
        streams.destroy();
        try (SimulatedVenue strict = new SimulatedVenue(elsewhere, new ConnectionRules(50, 60_000, 500))) {
            streams = streams(reports::add, timing(Duration.ofSeconds(60)), 100, always(strict.access()));
            streams.owned(new SessionOwnership(ACCOUNT, 1));

            patiently().until(() -> gaps.size() >= 3);
            patiently().until(() -> streams.isUp(ACCOUNT));
            assertThat(gaps).containsOnly("stream connected");
        }
    }

    @Test
    void leavesBeforeTheVenueWouldCutIt(@TempDir Path elsewhere) {
        streams.destroy();
        try (SimulatedVenue strict = new SimulatedVenue(elsewhere, new ConnectionRules(50, 60_000, 2_000))) {
            StreamTiming shorter = timing(Duration.ofSeconds(60), Duration.ofMillis(500));
            streams = streams(reports::add, shorter, 100, always(strict.access()));
            streams.owned(new SessionOwnership(ACCOUNT, 1));

            patiently().until(() -> strict.streamSubscriptions() >= 5);
            assertThat(gaps).containsExactly("stream connected");
        }
    }

    @Test
    void comesBackAfterTheVenueSaysThatItShutsDown() {
        own();
        venue.fault("\"kind\":\"SHUT_DOWN\",\"millis\":300");

        patiently().until(() -> gaps.size() == 2 && streams.isUp(ACCOUNT));
        client.submit(restingBuy("shut-1", "0.01", client.clock()));
        patiently().until(() -> !states("shut-1").isEmpty());
    }

    /** Five failures open the venue's circuit, for all accounts on it; one of them asks now and then, and its answer frees all. */
    @Test
    void asksAVenueThatIsAwayNowAndThenAndIsUpSoonAfterIt() {
        own();
        venue.fault("\"kind\":\"DROP_CONNECTION\",\"millis\":4000");

        patiently().until(() -> venue.environment().streamBreaker().isOpen());
        patiently().untilAsserted(() -> assertThat(alerts).containsExactly("down"));

        await().atMost(Duration.ofSeconds(12)).until(() -> streams.isUp(ACCOUNT));
        assertThat(venue.environment().streamBreaker().isOpen()).isFalse();
    }

    /** Open, and dead: no event, no answer to our pings. */
    @Test
    void leavesAConnectionThatAnswersNoPing() {
        streams.destroy();
        try (FreezableProxy proxy = new FreezableProxy(venue.environment().webSocketApi())) {
            streams = streams(reports::add, timing(Duration.ofMillis(1500)), 100, always(venue.accessBy(proxy.uri())));
            own();

            proxy.freezeWhatIsOpen();

            patiently().until(() -> !streams.isReady(ACCOUNT));
            patiently().until(() -> gaps.size() >= 2 && streams.isReady(ACCOUNT));
            client.submit(restingBuy("frozen-1", "0.01", client.clock()));
            patiently().until(() -> !states("frozen-1").isEmpty());
        }
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
    void connectsAgainByItselfAndTellsOperatorsOnce() {
        own();
        venue.close();
        patiently().until(() -> !alerts.isEmpty());

        assertThat(streams.isReady(ACCOUNT)).isFalse();
        assertThat(alerts).containsExactly("down");
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

    private void own() {
        streams.owned(new SessionOwnership(ACCOUNT, 1));
        patiently().until(() -> streams.isReady(ACCOUNT));
    }

    private List<VenueOrderState> states(String clientOrderId) {
        return reports.stream()
                .filter(report -> report.clientOrderId().text().equals(clientOrderId))
                .map(VenueReport::state)
                .toList();
    }

    private List<String> ordersHeardOf(String prefix) {
        return reports.stream()
                .map(report -> report.clientOrderId().text())
                .filter(id -> id.startsWith(prefix))
                .distinct()
                .toList();
    }

    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
    }

    private UserDataStreams streams(StreamedReports intake, StreamTiming timing, int capacity) {
        return streams(intake, timing, capacity, always(venue.access()));
    }

    private UserDataStreams streams(StreamedReports intake, StreamTiming timing, int capacity, StreamSource source) {
        ReportGaps noting = (accountId, cause) -> gaps.add(cause);
        StreamEvents events = new StreamEvents() {
            @Override
            public void streamUp(AccountId accountId) {
                alerts.clear();
            }

            @Override
            public void streamStaysDown(AccountId accountId, String reason) {
                alerts.add("down");
            }
        };
        return new UserDataStreams(source, intake, noting, events, timing, capacity);
    }

    private static StreamSource always(StreamSource.Access access) {
        return id -> access;
    }

    /** A second of back-off is 20 ms here. */
    private static StreamTiming timing(Duration stale) {
        return timing(stale, Duration.ofHours(23));
    }

    private static StreamTiming timing(Duration stale, Duration life) {
        return new StreamTiming(
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                stale,
                Duration.ofMillis(20),
                life);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
