package dev.capstan.execution.order.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.id.AccountId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecisionPlacesTest {

    private static final Duration SOON = Duration.ofMillis(20);

    private final DecisionPlaces places = new DecisionPlaces(1);
    private final AccountId account = new AccountId(UUID.randomUUID());

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
        AccountId other = new AccountId(UUID.randomUUID());
        assertThat(places.inPlace(
                        account,
                        SOON,
                        () -> places.inPlace(other, SOON, () -> "inner").orElse("none free")))
                .contains("inner");
    }

    @Test
    void aPlaceIsFreeAgainThoughTheWorkFailed() {
        assertThatThrownBy(() -> places.inPlace(account, SOON, DecisionPlacesTest::fails))
                .isInstanceOf(IllegalStateException.class);
        assertThat(places.inPlace(account, SOON, () -> "next")).contains("next");
    }

    private static String fails() {
        throw new IllegalStateException("work failed");
    }
}
