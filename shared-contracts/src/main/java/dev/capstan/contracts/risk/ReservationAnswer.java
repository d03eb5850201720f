package dev.capstan.contracts.risk;

import dev.capstan.contracts.order.DenialReason;
import org.jspecify.annotations.Nullable;

/**
 * Risk's answer. A denial reserves nothing.
 *
 * @param reason set when denied
 * @param context {@code key=value} pairs for people, e.g. {@code limit=1.0 would=1.2}; set when denied
 */
public record ReservationAnswer(
        Outcome outcome,
        @Nullable DenialReason reason,
        @Nullable String context) {

    /** The two answers. */
    public enum Outcome {
        APPROVED,
        DENIED
    }

    public static ReservationAnswer approved() {
        return new ReservationAnswer(Outcome.APPROVED, null, null);
    }

    public static ReservationAnswer denied(DenialReason reason, String context) {
        return new ReservationAnswer(Outcome.DENIED, reason, context);
    }
}
