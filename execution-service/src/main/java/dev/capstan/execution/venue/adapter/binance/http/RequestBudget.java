package dev.capstan.execution.venue.adapter.binance.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The weight that the venue grants our address each minute. What is used is the venue's own word in each answer, and what is on its way
 * counts as used until its answer says so.
 */
final class RequestBudget {

    private static final int UNTIL_TOLD = 6000;
    private static final String USED = "X-MBX-USED-WEIGHT-1M";

    private final Clock clock;
    private int limit = UNTIL_TOLD;
    private boolean told;
    private int used;
    private int onTheWay;
    private Instant minute = Instant.EPOCH;
    private Instant bannedUntil = Instant.EPOCH;

    RequestBudget(Clock clock) {
        this.clock = clock;
    }

    synchronized void limit(int perMinute) {
        limit = perMinute;
        told = true;
    }

    synchronized int limit() {
        return limit;
    }

    synchronized int used() {
        return minute.equals(currentMinute()) ? used : 0;
    }

    /**
     * Zero when the request may go: then it counts, and {@link #settled} must follow. Otherwise how long to wait before asking again.
     */
    synchronized Duration admit(Purpose purpose, int weight) {
        Duration ban = ban();
        if (ban.isPositive()) {
            return ban;
        }
        // The rules tell what the limit is. Whoever waited for room within a guess might wait a minute before it can
        // trade at all.
        boolean fits = used() + onTheWay + weight <= purpose.shareOf(limit) || (purpose == Purpose.RULES && !told);
        if (!fits) {
            return Duration.between(clock.instant(), currentMinute().plus(1, ChronoUnit.MINUTES));
        }
        onTheWay += weight;
        return Duration.ZERO;
    }

    /** The request was answered, or never will be. */
    synchronized void settled(int weight) {
        onTheWay -= weight;
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

    private Instant currentMinute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}
