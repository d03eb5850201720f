package dev.capstan.execution.venue.adapter.binance.websocket;

import static dev.capstan.execution.venue.adapter.binance.SimulatedVenue.ACCOUNT;
import static dev.capstan.execution.venue.adapter.binance.Submissions.BTC;
import static dev.capstan.execution.venue.adapter.binance.Submissions.restingBuy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.venue.adapter.binance.SimulatedVenue;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.simulator.binance.websocket.ConnectionRules;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that ends, or might as well have, is followed by another one, and what was missed between is called a gap. */
class StreamLossIT extends StreamTests {

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
    void replacesAConnectionOnWhichNothingIsHeard() {
        streams.destroy();
        streams = streams(reports::add, timing(Duration.ZERO), 100);
        streams.owned(new SessionOwnership(ACCOUNT, 1));

        patiently().until(() -> gaps.size() >= 3);
        assertThat(streams.isReady(ACCOUNT)).isFalse();
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
    void connectsAgainByItselfAndTellsOperatorsOnce() {
        own();
        venue.close();
        patiently().until(() -> !alerts.isEmpty());

        assertThat(streams.isReady(ACCOUNT)).isFalse();
        assertThat(alerts).containsExactly("down");
    }
}
