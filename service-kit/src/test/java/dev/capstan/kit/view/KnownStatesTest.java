package dev.capstan.kit.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class KnownStatesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private record State(String text, long version) {}

    private final MovedClock clock = new MovedClock();
    private final KnownStates<State> states = new KnownStates<>(State::version, clock);

    @Test
    void keepsTheHighestVersionWhateverTheOrder() {
        states.heard("k", new State("second", 2), NOON);
        states.heard("k", new State("first", 1), NOON);
        assertThat(states.get("k")).contains(new State("second", 2));
        states.heard("k", new State("third", 3), NOON);
        assertThat(states.get("k")).contains(new State("third", 3));
    }

    @Test
    void aKeyNeverSeenIsStale() {
        assertThat(states.isStale("k")).isTrue();
    }

    @Test
    void aKeyIsStaleWhenItWasNotRepublishedForNinetySeconds() {
        states.heard("k", new State("a", 1), NOON);
        clock.now = NOON.plusSeconds(90);
        assertThat(states.isStale("k")).isFalse();
        clock.now = NOON.plusSeconds(91);
        assertThat(states.isStale("k")).isTrue();
        states.heard("k", new State("a", 1), clock.now);
        assertThat(states.isStale("k")).isFalse();
    }

    @Test
    void anOlderStateDoesNotMakeAKeyFresh() {
        states.heard("k", new State("b", 2), NOON);
        clock.now = NOON.plusSeconds(91);
        states.heard("k", new State("a", 1), clock.now);
        assertThat(states.isStale("k")).isTrue();
    }

    @Test
    void aStateReadBackAfterARestartIsAsOldAsItIs() {
        clock.now = NOON.plus(Duration.ofHours(1));
        states.heard("k", new State("a", 1), NOON);
        assertThat(states.isStale("k")).isTrue();
    }

    @Test
    void aRemovedKeyIsGone() {
        states.heard("k", new State("a", 1), NOON);
        states.gone("k");
        assertThat(states.get("k")).isEmpty();
    }

    private static final class MovedClock extends Clock {

        private Instant now = NOON;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
