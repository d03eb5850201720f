package dev.capstan.kit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServiceTokenTest {

    private final AtomicInteger fetched = new AtomicInteger();
    private final Clock noon = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void isFetchedOnceWhileFresh() {
        ServiceToken token = tokenValidFor(Duration.ofMinutes(5));
        assertThat(token.value()).isEqualTo("token-1");
        assertThat(token.value()).isEqualTo("token-1");
    }

    @Test
    void isFetchedAgainBeforeItEnds() {
        ServiceToken token = tokenValidFor(Duration.ofSeconds(20));
        assertThat(token.value()).isEqualTo("token-1");
        assertThat(token.value()).isEqualTo("token-2");
    }

    @Test
    void isFetchedAgainWhenItWasRefused() {
        ServiceToken token = tokenValidFor(Duration.ofMinutes(5));
        token.refused(token.value());
        assertThat(token.value()).isEqualTo("token-2");
    }

    @Test
    void aLateRefusalOfAnOlderTokenChangesNothing() {
        ServiceToken token = tokenValidFor(Duration.ofMinutes(5));
        token.refused(token.value());
        String second = token.value();
        token.refused("token-1");
        assertThat(token.value()).isEqualTo(second);
    }

    private ServiceToken tokenValidFor(Duration validity) {
        return new ServiceToken(() -> new ServiceToken.Granted("token-" + fetched.incrementAndGet(), validity), noon);
    }
}
