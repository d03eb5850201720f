package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.testing.MovableClock;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderCountTest {

    private static final List<OrderLimit> LIMITS =
            List.of(ofTenSeconds(50), new OrderLimit(Duration.ofDays(1), "X-MBX-ORDER-COUNT-1D", 1000));

    private final MovableClock clock = MovableClock.at("2026-11-20T10:00:03Z");
    private final OrderCount count = new OrderCount(clock);

    @Test
    void waitsForTheNextIntervalOnceOneIsUsedUp() {
        placed(49, 49);
        assertThat(count.pause(LIMITS)).isZero();

        placed(50, 50);
        assertThat(count.pause(LIMITS)).isEqualTo(Duration.ofSeconds(7));

        clock.advance(Duration.ofSeconds(7));
        assertThat(count.pause(LIMITS)).isZero();
    }

    @Test
    void waitsForTheLongestOfSeveral() {
        placed(50, 1000);

        assertThat(count.pause(LIMITS)).isEqualTo(Duration.ofHours(14).minusSeconds(3));
    }

    /** The venue counts filled orders no more. */
    @Test
    void goesDownWhenTheVenueSaysSo() {
        placed(50, 50);
        placed(12, 50);

        assertThat(count.pause(LIMITS)).isZero();
    }

    private void placed(int inTenSeconds, int inDay) {
        count.observe(
                HttpHeaders.of(
                        Map.of(
                                "x-mbx-order-count-10s", List.of(String.valueOf(inTenSeconds)),
                                "x-mbx-order-count-1d", List.of(String.valueOf(inDay))),
                        (name, value) -> true),
                LIMITS);
    }

    private static OrderLimit ofTenSeconds(int orders) {
        return new OrderLimit(Duration.ofSeconds(10), "X-MBX-ORDER-COUNT-10S", orders);
    }
}
