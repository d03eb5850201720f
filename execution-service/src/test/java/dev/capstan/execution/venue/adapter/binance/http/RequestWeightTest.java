package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.testing.MovableClock;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestWeightTest {

    private final MovableClock clock = MovableClock.at("2026-11-20T10:00:00Z");
    private final RequestWeight weight = new RequestWeight(clock);

    @Test
    void letsReadsWaitFromFourFifthsOfTheBudgetToTheEndOfTheMinute() {
        weight.limit(1000);
        clock.advance(Duration.ofSeconds(15));
        used(799);
        assertThat(weight.readPause()).isZero();
        used(800);
        assertThat(weight.readPause()).isEqualTo(Duration.ofSeconds(45));
        clock.advance(Duration.ofSeconds(45));
        assertThat(weight.readPause()).isZero();
    }

    @Test
    void remembersHowLongTheVenueWantsToHearNothing() {
        weight.observe(headers(Map.of()), Duration.ofSeconds(30));

        clock.advance(Duration.ofSeconds(29));
        assertThat(weight.ban()).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(2));
        assertThat(weight.ban()).isZero();
    }

    private void used(int value) {
        weight.observe(headers(Map.of("x-mbx-used-weight-1m", List.of(String.valueOf(value)))), null);
    }

    private static HttpHeaders headers(Map<String, List<String>> values) {
        return HttpHeaders.of(values, (name, value) -> true);
    }
}
