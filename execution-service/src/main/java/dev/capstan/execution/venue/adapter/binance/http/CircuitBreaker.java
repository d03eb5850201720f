package dev.capstan.execution.venue.adapter.binance.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps us from asking one of the venue's APIs that does not answer: five failures in a row within a minute open it, and from then on one
 * call goes through every five seconds, until one succeeds.
 *
 * <p>A failure is no answer, or one that says that the venue is broken. A refusal is an answer. Why it is probed rather than shut for a
 * fixed time is decision 15.
 */
public final class CircuitBreaker {

    private static final int FAILURES = 5;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(5);

    private final Clock clock;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private @Nullable Instant openSince;
    private Instant nextProbe = Instant.EPOCH;

    CircuitBreaker(Clock clock) {
        this.clock = clock;
    }

    public synchronized boolean isOpen() {
        return openSince != null;
    }

    /** Empty while it is closed. */
    public synchronized Optional<Instant> openSince() {
        return Optional.ofNullable(openSince);
    }

    /** Whether to call now: always while closed, one caller every five seconds while open. */
    public synchronized boolean tryCall() {
        if (openSince == null) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(nextProbe)) {
            return false;
        }
        nextProbe = now.plus(BETWEEN_PROBES);
        return true;
    }

    public synchronized void succeeded() {
        failures.clear();
        openSince = null;
    }

    public synchronized void failed() {
        Instant now = clock.instant();
        failures.addLast(now);
        while (failures.size() > FAILURES || failures.getFirst().isBefore(now.minus(WITHIN))) {
            failures.removeFirst();
        }
        if (openSince == null && failures.size() == FAILURES) {
            openSince = now;
            nextProbe = now.plus(BETWEEN_PROBES);
        }
    }
}
