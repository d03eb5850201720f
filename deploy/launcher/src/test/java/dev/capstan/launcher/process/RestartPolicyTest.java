package dev.capstan.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final RestartPolicy policy = RestartPolicy.usual(clock);

    @Test
    void waitsLongerAfterEachDeathAndGivesUpAtTheFifth() {
        assertThat(policy.afterDeath()).contains(Duration.ofMillis(500));
        assertThat(policy.afterDeath()).contains(Duration.ofSeconds(1));
        assertThat(policy.afterDeath()).contains(Duration.ofSeconds(2));
        assertThat(policy.afterDeath()).contains(Duration.ofSeconds(4));
        assertThat(policy.afterDeath()).isEmpty();
    }

    @Test
    void deathsOfLongAgoDoNotCount() {
        for (int i = 0; i < 4; i++) {
            policy.afterDeath();
        }
        now = now.plus(RestartPolicy.WINDOW).plusSeconds(1);
        assertThat(policy.afterDeath()).contains(Duration.ofMillis(500));
    }

    @Test
    void aTirelessOneGoesOnWithTheShortestPause() {
        RestartPolicy tireless = RestartPolicy.tireless(clock);
        for (int death = 0; death < 6; death++) {
            assertThat(tireless.afterDeath()).contains(Duration.ofMillis(500));
        }
    }
}
