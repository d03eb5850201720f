package dev.capstan.gateway.idempotency;

import java.time.Duration;

/** What a claim of a key answers. */
sealed interface Claim {

    /** The call is ours to make; {@code fence} proves it when its answer is stored. */
    record Granted(CallId callId, long fence) implements Claim {}

    /** Another call with this key runs; its lease ends in {@code remaining}. */
    record InFlight(Duration remaining) implements Claim {}

    /** The key was used for something else. */
    record Reused() implements Claim {}

    /** The call was made and answered. */
    record Answered(StoredAnswer answer) implements Claim {}
}
