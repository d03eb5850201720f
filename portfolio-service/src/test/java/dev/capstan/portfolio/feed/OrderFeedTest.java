package dev.capstan.portfolio.feed;

import static dev.capstan.portfolio.fixtures.OrderEventFixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.health.HealthCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderFeedTest {

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private HealthCheck.Result kafka = HealthCheck.Result.up();
    private boolean gap;

    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final OrderFeed feed = new OrderFeed(
            List.of(new Answering("kafka"), new Answering("venue")),
            new KnownGap(),
            new FeedSettings(Duration.ofSeconds(10)),
            clock);

    @Test
    void isBehindUntilItWasSeenWorking() {
        assertThat(feed.isBehind(KEY)).isTrue();

        feed.look();

        assertThat(feed.isBehind(KEY)).isFalse();
    }

    @Test
    void isBehindWhenTheBrokersAreAwayForLong() {
        feed.look();
        kafka = HealthCheck.Result.down("away");
        now = now.plusSeconds(10);
        feed.look();
        assertThat(feed.isBehind(KEY)).isFalse();

        now = now.plusMillis(1);

        assertThat(feed.isBehind(KEY)).isTrue();
    }

    @Test
    void isBehindWhileAGapIsKnown() {
        feed.look();
        gap = true;

        assertThat(feed.isBehind(KEY)).isTrue();
    }

    @Test
    void refusesASettingThatMakesNoSense() {
        assertThatThrownBy(() -> new FeedSettings(Duration.ZERO)).hasMessageContaining("stale-after");
    }

    /** Brokers as the test says; anything else is down and must not matter. */
    private final class Answering implements HealthCheck {

        private final String name;

        Answering(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Result check() {
            return name.equals("kafka") ? kafka : Result.down("of no concern");
        }
    }

    private final class KnownGap implements StreamPositions {

        @Override
        public long lastApplied(String consumerName, StreamKey key) {
            return 0;
        }

        @Override
        public boolean isParked(String consumerName, StreamKey key) {
            return false;
        }

        @Override
        public boolean isBehind(String consumerName, StreamKey key) {
            return gap;
        }

        @Override
        public void rewind(String consumerName, StreamKey key) {
            throw new AssertionError("a look changes nothing");
        }

        @Override
        public long catchUp(String consumerName, StreamKey key) {
            throw new AssertionError("a look changes nothing");
        }

        @Override
        public boolean unpark(String consumerName, StreamKey key) {
            throw new AssertionError("a look changes nothing");
        }
    }
}
