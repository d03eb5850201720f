package dev.capstan.execution.order.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right to write one submit to the venue once.
 *
 * @param owner the replica that claimed
 * @param fence of its session
 * @param attempt from 1; the next one needs a stored "certainly not executed"
 * @param timestamp venue time that is signed, taken before the claim
 * @param window how long after {@code timestamp} the venue may execute it
 * @param claimedAt when it was committed, by our clock
 * @param refusal why this attempt was certainly not executed, as it was stored: the venue's words, or that it never left; null
 *     while that is not certain
 */
public record Claim(
        String owner,
        long fence,
        int attempt,
        Instant timestamp,
        Duration window,
        Instant claimedAt,
        @Nullable String refusal) {

    /** First moment of venue time at which this attempt can no longer be executed. */
    public Instant windowEnd() {
        return timestamp.plus(window);
    }

    /** Whether it is stored that this attempt was certainly not executed; then another one may follow. */
    public boolean notExecuted() {
        return refusal != null;
    }

    Claim refused(String why) {
        return new Claim(owner, fence, attempt, timestamp, window, claimedAt, why);
    }
}
