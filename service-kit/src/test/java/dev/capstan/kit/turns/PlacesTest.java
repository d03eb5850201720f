package dev.capstan.kit.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Duration SOON = Duration.ofMillis(20);

    private final Places<String> places = new Places<>(1);
    private final String account = "one";

    @Test
    void whoFindsNoPlaceInTimeDoesNothing() {
        String outer = places.inPlace(
                        account,
                        SOON,
                        () -> places.inPlace(account, SOON, () -> "inner").orElse("none free"))
                .orElseThrow();
        assertThat(outer).isEqualTo("none free");
    }

    @Test
    void anAccountDoesNotWaitForAnother() {
        String other = "other";
        assertThat(places.inPlace(
                        account,
                        SOON,
                        () -> places.inPlace(other, SOON, () -> "inner").orElse("none free")))
                .contains("inner");
    }

    @Test
    void aPlaceIsFreeAgainThoughTheWorkFailed() {
        assertThatThrownBy(() -> places.inPlace(account, SOON, PlacesTest::fails))
                .isInstanceOf(IllegalStateException.class);
        assertThat(places.inPlace(account, SOON, () -> "next")).contains("next");
    }

    private static String fails() {
        throw new IllegalStateException("work failed");
    }
}
