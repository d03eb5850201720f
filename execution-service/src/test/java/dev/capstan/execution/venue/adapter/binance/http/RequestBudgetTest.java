package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.testing.MovableClock;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBudgetTest {

    private final MovableClock clock = MovableClock.at("2026-11-20T10:00:00Z");
    private final RequestBudget budget = new RequestBudget(clock);

    @BeforeEach
    void aThousandAMinute() {
        budget.limit(1000);
    }

    @ParameterizedTest
    @CsvSource({"RECONCILIATION, 700", "QUERY, 850", "CANCEL, 950", "ORDER, 1000"})
    void keepsTheRestOfTheMinuteForWhatMattersMore(Purpose purpose, int share) {
        clock.advance(Duration.ofSeconds(15));
        used(share - 20);
        assertThat(budget.admit(purpose, 20)).isZero();
        budget.settled(20);

        used(share - 19);
        assertThat(budget.admit(purpose, 20)).isEqualTo(Duration.ofSeconds(45));

        clock.advance(Duration.ofSeconds(45));
        assertThat(budget.admit(purpose, 20)).isZero();
    }

    @Test
    void asksForTheRulesHoweverMuchIsUsedUntilTheyToldTheLimit() {
        RequestBudget fresh = new RequestBudget(clock);
        fresh.observe(HttpHeaders.of(Map.of("X-MBX-USED-WEIGHT-1M", List.of("9000")), (name, value) -> true), null);
        assertThat(fresh.admit(Purpose.QUERY, 20)).isPositive();
        assertThat(fresh.admit(Purpose.RULES, 20)).isZero();
        fresh.settled(20);
        fresh.limit(6000);
        assertThat(fresh.admit(Purpose.RULES, 20)).isPositive();
    }

    @Test
    void countsWhatIsOnItsWay() {
        used(800);
        assertThat(budget.admit(Purpose.QUERY, 40)).isZero();
        assertThat(budget.admit(Purpose.QUERY, 20)).isPositive();

        budget.settled(40);
        assertThat(budget.admit(Purpose.QUERY, 20)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverLetsMoreThanTheirShareGoOutTogether(long seed) {
        Random random = new Random(seed);
        List<Purpose> all = List.of(Purpose.values());
        int venue = 0;
        for (int i = 0; i < 2000; i++) {
            Purpose purpose = all.get(random.nextInt(all.size()));
            int weight = 1 + random.nextInt(80);
            if (budget.admit(purpose, weight).isZero()) {
                venue += weight;
                assertThat(venue).as("seed %d: %s", seed, purpose).isLessThanOrEqualTo(purpose.shareOf(1000));
                used(venue);
                budget.settled(weight);
            }
            if (random.nextInt(100) == 0) {
                clock.advance(Duration.ofMinutes(1));
                venue = 0;
            }
        }
    }

    @Test
    void sendsNothingAtAllWhileTheVenueWantsAPause() {
        budget.observe(headers(Map.of()), Duration.ofSeconds(30));

        clock.advance(Duration.ofSeconds(29));
        for (Purpose purpose : Purpose.values()) {
            assertThat(budget.admit(purpose, 1)).isEqualTo(Duration.ofSeconds(1));
        }
        clock.advance(Duration.ofSeconds(2));
        assertThat(budget.admit(Purpose.RECONCILIATION, 1)).isZero();
    }

    private void used(int value) {
        budget.observe(headers(Map.of("x-mbx-used-weight-1m", List.of(String.valueOf(value)))), null);
    }

    private static HttpHeaders headers(Map<String, List<String>> values) {
        return HttpHeaders.of(values, (name, value) -> true);
    }
}
