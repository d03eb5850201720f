package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.testing.MovableClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BinanceClockTest {

    private final MovableClock ours = MovableClock.at("2026-11-20T10:00:00Z");
    private ScriptedServer server;
    private BinanceHttp http;
    private BinanceClock clock;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        http = new BinanceHttp(server.uri(), ours);
        clock = new BinanceClock(http, ours);
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @Test
    void doesNotKnowBeforeItMeasured() {
        assertThat(clock.now()).isEmpty();
        assertThat(clock.isDue()).isTrue();
        assertThat(clock.nowOrOurs()).isEqualTo(ours.instant());
    }

    @Test
    void addsTheMeasuredOffset() {
        venueSays(Duration.ofSeconds(2));
        clock.measure();
        ours.advance(Duration.ofSeconds(10));

        assertThat(clock.now()).contains(ours.instant().plusSeconds(2));
        assertThat(clock.isDue()).isFalse();
        ours.advance(Duration.ofSeconds(20));
        assertThat(clock.isDue()).isTrue();
    }

    @Test
    void doesNotKnowAfterTwoMinutes() {
        venueSays(Duration.ofSeconds(-2));
        clock.measure();

        ours.advance(Duration.ofMinutes(2));
        assertThat(clock.now()).isPresent();
        ours.advance(Duration.ofMillis(1));
        assertThat(clock.now()).isEmpty();
    }

    @Test
    void doesNotAnswerForARoundTripOfMoreThanASecond() {
        BinanceClock slow = new BinanceClock(http, new SteppingClock(ours, Duration.ofMillis(1002)));
        venueSays(Duration.ZERO);
        slow.measure();

        assertThat(slow.now()).isEmpty();
        assertThat(slow.isDue()).isTrue();
    }

    @Test
    void keepsAGoodMeasurementWhenTheNextIsWorthless() {
        SteppingClock stepping = new SteppingClock(ours, Duration.ofMillis(10));
        BinanceClock mixed = new BinanceClock(http, stepping);
        venueSays(Duration.ofSeconds(2));
        mixed.measure();
        stepping.step = Duration.ofSeconds(3);
        venueSays(Duration.ofSeconds(5));
        mixed.measure();

        assertThat(mixed.offset().orElseThrow()).isLessThan(Duration.ofSeconds(3));
        assertThat(mixed.now()).isPresent();
    }

    private void venueSays(Duration ahead) {
        server.answer(200, "{\"serverTime\":" + ours.instant().plus(ahead).toEpochMilli() + "}");
    }

    /** Every look at it takes time: the round trip is as long as wanted. */
    private static final class SteppingClock extends Clock {

        private final MovableClock clock;
        private Duration step;

        SteppingClock(MovableClock clock, Duration step) {
            this.clock = clock;
            this.step = step;
        }

        @Override
        public Instant instant() {
            Instant now = clock.instant();
            clock.advance(step);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
