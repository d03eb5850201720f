package dev.capstan.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.gateway.limit.Budget.Window;
import dev.capstan.kit.testing.MovableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.dao.DataAccessResourceFailureException;

class RateLimiterTest {

    /** The table of all gateways. */
    private static final class Table implements SharedCounts {

        private final Map<Window, Long> sums = new HashMap<>();
        private boolean away;

        @Override
        public Map<Window, Long> add(Map<Window, Long> calls) {
            if (away) {
                throw new DataAccessResourceFailureException("away");
            }
            Map<Window, Long> answer = new HashMap<>();
            calls.forEach((window, more) -> answer.put(window, sums.merge(window, more, Long::sum)));
            return answer;
        }

        @Override
        public void purge() {}
    }

    private static final LimitSettings SETTINGS = new Binder(new MapConfigurationPropertySource(Map.of(
                    "capstan.gateway.limits.reads-per-user", "5",
                    "capstan.gateway.limits.reads-per-address", "8",
                    "capstan.gateway.limits.writes-per-user", "3",
                    "capstan.gateway.limits.strategy-per-address", "4")))
            .bindOrCreate("capstan.gateway.limits", LimitSettings.class);

    private final MovableClock clock = MovableClock.at("2026-11-20T09:30:00Z");
    private final Table table = new Table();
    private final RateLimiter first = new RateLimiter(SETTINGS, table, clock);
    private final RateLimiter second = new RateLimiter(SETTINGS, table, clock);

    @Test
    void letsAUserMakeSoManyCallsAndSaysWhenThereAreMore() {
        assertThat(allowed(first, RouteGroup.READS, "ann", "1.1.1.1", 7)).isEqualTo(5);

        Verdict verdict = first.count(RouteGroup.READS, "ann", "1.1.1.1");
        assertThat(verdict.retryAfterSeconds()).isBetween(1, 60);
        assertThat(verdict.left()).contains("\"reads-per-user\";r=0;t=" + verdict.retryAfterSeconds());
        assertThat(verdict.policies()).isEqualTo("\"reads-per-user\";q=5;w=60, \"reads-per-address\";q=8;w=60");

        clock.advance(Duration.ofSeconds(verdict.retryAfterSeconds()));
        assertThat(first.count(RouteGroup.READS, "ann", "1.1.1.1").isAllowed()).isTrue();
    }

    @Test
    void takesNothingFromOthersForCallsThatItRefuses() {
        allowed(first, RouteGroup.READS, "ann", "1.1.1.1", 100);
        assertThat(allowed(first, RouteGroup.READS, "bob", "1.1.1.1", 5)).isEqualTo(3);
        assertThat(allowed(first, RouteGroup.READS, "bob", "2.2.2.2", 5)).isEqualTo(2);
    }

    @Test
    void countsCallsThatChangeSomethingAcrossGatewaysAtOnce() {
        assertThat(allowed(first, RouteGroup.WRITES, "ann", "1.1.1.1", 2)).isEqualTo(2);
        assertThat(allowed(second, RouteGroup.WRITES, "ann", "1.1.1.1", 2)).isEqualTo(1);
        assertThat(allowed(first, RouteGroup.WRITES, "ann", "1.1.1.1", 1)).isZero();
    }

    @Test
    void countsReadsAcrossGatewaysAfterTheExchange() {
        assertThat(allowed(first, RouteGroup.READS, "ann", "1.1.1.1", 4)).isEqualTo(4);
        assertThat(allowed(second, RouteGroup.READS, "ann", "1.1.1.1", 1)).isEqualTo(1);
        first.exchange();
        second.exchange();
        assertThat(allowed(second, RouteGroup.READS, "ann", "1.1.1.1", 1)).isZero();
    }

    @Test
    void keepsAnAddressWhatItsRefusedUsersCost() {
        for (int call = 0; call < 20; call++) {
            first.giveBackToAddress(first.count(RouteGroup.STRATEGY, "eve", "1.1.1.1"));
        }
        first.exchange();
        assertThat(allowed(second, RouteGroup.STRATEGY, "ann", "1.1.1.1", 6)).isEqualTo(4);
    }

    @Test
    void goesOnWithItsOwnCountsWhileTheTableIsAwayAndTellsThemLater() {
        table.away = true;
        assertThat(allowed(first, RouteGroup.WRITES, "ann", "1.1.1.1", 5)).isEqualTo(3);
        first.exchange();
        table.away = false;
        clock.advance(Duration.ofSeconds(2));
        first.exchange();
        assertThat(table.sums.values()).containsOnly(3L);
    }

    @Test
    void countsCallsWithoutATokenApart() {
        assertThat(allowed(first, RouteGroup.REFUSED, null, "1.1.1.1", 400)).isEqualTo(300);
        assertThat(allowed(first, RouteGroup.READS, "ann", "1.1.1.1", 1)).isEqualTo(1);
        assertThat(allowed(first, RouteGroup.OPEN, null, "1.1.1.1", 1)).isEqualTo(1);
    }

    private static long allowed(
            RateLimiter limiter,
            RouteGroup group,
            @org.jspecify.annotations.Nullable String user,
            String address,
            int calls) {
        return IntStream.range(0, calls)
                .filter(_ -> limiter.count(group, user, address).isAllowed())
                .count();
    }
}
