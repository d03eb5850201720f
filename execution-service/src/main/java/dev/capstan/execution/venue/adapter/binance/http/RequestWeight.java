package dev.capstan.execution.venue.adapter.binance.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much of the venue's request budget is used, by the venue's own word in each answer. Reads stop at four fifths of a minute's
 * budget, so that orders and cancels find room.
 */
final class RequestWeight {

    private static final int UNTIL_TOLD = 6000;
    private static final String USED = "X-MBX-USED-WEIGHT-1M";

    private final Clock clock;
    private int limit = UNTIL_TOLD;
    private int used;
    private Instant minute = Instant.EPOCH;
    private Instant bannedUntil = Instant.EPOCH;

    RequestWeight(Clock clock) {
        this.clock = clock;
    }

    synchronized void limit(int perMinute) {
        limit = perMinute;
    }

    synchronized int used() {
        return minute.equals(currentMinute()) ? used : 0;
    }

    /** Learns from any answer. */
    synchronized void observe(HttpHeaders headers, @Nullable Duration retryAfter) {
        Headers.wholeNumber(headers, USED).ifPresent(value -> {
            used = value;
            minute = currentMinute();
        });
        if (retryAfter != null) {
            bannedUntil = clock.instant().plus(retryAfter);
        }
    }

    /** How long the venue wants to hear nothing at all; zero when it listens. */
    synchronized Duration ban() {
        Duration left = Duration.between(clock.instant(), bannedUntil);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** How long a read has to wait; zero when it may go. */
    synchronized Duration readPause() {
        if (used() < limit / 5 * 4) {
            return Duration.ZERO;
        }
        return Duration.between(clock.instant(), currentMinute().plus(1, ChronoUnit.MINUTES));
    }

    private Instant currentMinute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}
