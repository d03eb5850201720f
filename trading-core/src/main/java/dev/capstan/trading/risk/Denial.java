package dev.capstan.trading.risk;

import dev.capstan.contracts.TextValue;
import dev.capstan.contracts.order.DenialReason;

/**
 * A refusal.
 *
 * @param context {@code key=value} pairs for people, e.g. {@code limit=1 would=1.2 current=0.4}
 */
public record Denial(DenialReason reason, String context) {

    static Denial beyond(DenialReason reason, TextValue limit, TextValue would, TextValue current) {
        return new Denial(reason, "limit=%s would=%s current=%s".formatted(limit.text(), would.text(), current.text()));
    }
}
