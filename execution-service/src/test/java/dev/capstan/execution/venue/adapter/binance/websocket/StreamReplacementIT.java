package dev.capstan.execution.venue.adapter.binance.websocket;

import static dev.capstan.execution.venue.adapter.binance.SimulatedVenue.ACCOUNT;
import static dev.capstan.execution.venue.adapter.binance.Submissions.restingBuy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.venue.adapter.binance.SimulatedVenue;
import dev.capstan.simulator.binance.websocket.ConnectionRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that is going to end is replaced by one that is subscribed already: nothing is missed, and nothing has to be compared. */
class StreamReplacementIT extends StreamTests {

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
        venue.fault("\"kind\":\"SHUT_DOWN\",\"notice\":3000");
        patiently().until(() -> venue.streamSubscriptions() == 2);
        for (int i = 0; i < 40; i++) {
            client.submit(restingBuy("announced-" + i, "0.01", client.clock()));
        }

        patiently().untilAsserted(() -> assertThat(ordersHeardOf("announced-")).hasSize(40));
        await().during(Duration.ofMillis(3500))
                .atMost(PATIENCE)
                .until(() -> streams.isUp(ACCOUNT) && gaps.equals(List.of("stream connected")));
    }

    @Test
    void leavesBeforeTheVenueWouldCutIt(@TempDir Path elsewhere) {
        streams.destroy();
        try (SimulatedVenue strict = new SimulatedVenue(elsewhere, new ConnectionRules(50, 60_000, 3_000))) {
            StreamTiming shorter = timing(Duration.ofSeconds(60), Duration.ofMillis(500));
            streams = streams(reports::add, shorter, 100, always(strict.access()));
            streams.owned(new SessionOwnership(ACCOUNT, 1));

            patiently().until(() -> strict.streamSubscriptions() >= 7);
            assertThat(gaps).containsExactly("stream connected");
        }
    }
}
