package dev.capstan.execution.venue.adapter.binance.websocket;

import java.time.Duration;

/** How long to wait before the next attempt: 1, 2, 4, 8, 16 s and then 16 s each. */
final class Backoff {

    private static final int LONGEST_EXPONENT = 4;

    /** From here on somebody should look at it. */
    static final int ALARMING = 5;

    private int failures;

    Duration next() {
        Duration wait = Duration.ofSeconds(1L << Math.min(failures, LONGEST_EXPONENT));
        failures++;
        return wait;
    }

    /** True exactly once in a row of failures. */
    boolean isAlarming() {
        return failures == ALARMING;
    }

    void reset() {
        failures = 0;
    }
}
