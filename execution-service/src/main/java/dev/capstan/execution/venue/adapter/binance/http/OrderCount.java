package dev.capstan.execution.venue.adapter.binance.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many orders one account has placed in the venue's intervals, by the venue's word in each answer to a submit. (It counts down again
 * when orders fill, so counting them here would be wrong.)
 */
final class OrderCount {

    private final Clock clock;
    private Seen seen = new Seen(Instant.EPOCH, List.of());

    OrderCount(Clock clock) {
        this.clock = clock;
    }

    /** How long the account has to wait before its next order; zero when it may go. */
    synchronized Duration pause(List<OrderLimit> limits) {
        Instant now = clock.instant();
        return limits.stream()
                .filter(limit -> seen.usedOf(limit, now) >= limit.orders())
                .map(limit -> Duration.between(now, limit.nextInterval(now)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    synchronized void observe(HttpHeaders headers, List<OrderLimit> limits) {
        List<Count> counts = limits.stream()
                .flatMap(limit -> Headers.wholeNumber(headers, limit.header()).stream()
                        .mapToObj(used -> new Count(limit.interval(), used)))
                .toList();
        if (!counts.isEmpty()) {
            seen = new Seen(clock.instant(), counts);
        }
    }

    private record Count(Duration interval, int used) {}

    private record Seen(Instant at, List<Count> counts) {

        /** What was counted in an interval that is over counts no more. */
        int usedOf(OrderLimit limit, Instant now) {
            return counts.stream()
                    .filter(count -> count.interval().equals(limit.interval()))
                    .filter(count -> now.isBefore(limit.nextInterval(at)))
                    .mapToInt(Count::used)
                    .findFirst()
                    .orElse(0);
        }
    }
}
