package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** So many orders of an account in one interval; intervals begin at round times. */
record OrderLimit(Duration interval, String header, int orders) {

    /** Empty for a limit of another kind, or in a unit that we do not know. */
    static Optional<OrderLimit> parse(Fields limit) {
        if (!limit.text("rateLimitType").equals("ORDERS")) {
            return Optional.empty();
        }
        long number = limit.number("intervalNum");
        Optional<Duration> unit = switch (limit.text("interval")) {
            case "SECOND" -> Optional.of(Duration.ofSeconds(1));
            case "MINUTE" -> Optional.of(Duration.ofMinutes(1));
            case "HOUR" -> Optional.of(Duration.ofHours(1));
            case "DAY" -> Optional.of(Duration.ofDays(1));
            default -> Optional.empty();
        };
        String header = "X-MBX-ORDER-COUNT-" + number + limit.text("interval").charAt(0);
        return unit.map(
                each -> new OrderLimit(each.multipliedBy(number), header, Math.toIntExact(limit.number("limit"))));
    }

    Instant nextInterval(Instant now) {
        long millis = interval.toMillis();
        return Instant.ofEpochMilli((now.toEpochMilli() / millis + 1) * millis);
    }
}
