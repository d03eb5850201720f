package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.testing.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final MovableClock clock = MovableClock.at("2026-11-20T10:00:00Z");
    private final CircuitBreaker breaker = new CircuitBreaker(clock);

    @Test
    void opensAtTheFifthFailureWithinAMinute() {
        fails(4);
        assertThat(breaker.isOpen()).isFalse();

        fails(1);

        assertThat(breaker.openSince()).hasValue(clock.instant());
        assertThat(breaker.tryCall()).isFalse();
    }

    @Test
    void forgetsFailuresOlderThanAMinute() {
        fails(4);
        clock.advance(Duration.ofSeconds(61));
        fails(4);

        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void startsAnewAfterASuccess() {
        fails(4);
        breaker.succeeded();
        fails(4);

        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void letsOneCallThroughEveryFiveSecondsUntilOneSucceeds() {
        fails(5);

        clock.advance(Duration.ofMillis(4999));
        assertThat(breaker.tryCall()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(breaker.tryCall()).isTrue();
        assertThat(breaker.tryCall()).isFalse();
        breaker.failed();
        assertThat(breaker.isOpen()).isTrue();
        clock.advance(Duration.ofSeconds(5));
        assertThat(breaker.tryCall()).isTrue();
        breaker.succeeded();

        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.tryCall()).isTrue();
        assertThat(breaker.tryCall()).isTrue();
    }

    /** Nobody who was let through comes back with a word, e.g. because its process was stopped in the middle: the next one asks. */
    @Test
    void asksAgainWhenAProbeWasNeverHeardOf() {
        fails(5);
        clock.advance(Duration.ofSeconds(5));
        assertThat(breaker.tryCall()).isTrue();

        clock.advance(Duration.ofSeconds(5));

        assertThat(breaker.tryCall()).isTrue();
    }

    private void fails(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }
}
