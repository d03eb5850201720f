package dev.capstan.execution.order.application;

import java.time.Duration;

/**
 * The times of the money path.
 *
 * @param submitWithin how long after acceptance an order may be claimed; after that it ends
 * @param answerWithin how long a call waits for the decision
 * @param window how long after its timestamp the venue may execute a submit; at most 3 s
 * @param maxInFlight submits of one account that may wait for the venue at a time
 */
public record OrderSettings(Duration submitWithin, Duration answerWithin, Duration window, int maxInFlight) {

    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(3);

    public OrderSettings {
        if (window.compareTo(LONGEST_WINDOW) > 0 || !window.isPositive()) {
            throw new IllegalArgumentException(
                    "expected a submit window of more than 0 and at most 3 s, got: " + window);
        }
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("expected at least 1 submit in flight, got: " + maxInFlight);
        }
        if (!submitWithin.isPositive() || answerWithin.compareTo(submitWithin) < 0) {
            throw new IllegalArgumentException(
                    "expected answer-within of at least submit-within, got: " + answerWithin + " and " + submitWithin);
        }
    }
}
