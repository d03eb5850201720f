package dev.capstan.simulator.control;

import org.jspecify.annotations.Nullable;

/** A control request that cannot be done as asked. */
final class ControlException extends RuntimeException {

    private final @Nullable String field;

    ControlException(@Nullable String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    @Nullable
    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
