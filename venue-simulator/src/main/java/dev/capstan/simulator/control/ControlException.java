package dev.capstan.simulator.control;

import org.jspecify.annotations.Nullable;

/** A control request that cannot be done as asked. */
final class ControlException extends RuntimeException {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private final int status;
    private final @Nullable String field;

    /** It is wrong as it is written. */
    ControlException(@Nullable String field, String reason) {
        this(BAD_REQUEST, field, reason);
    }

    private ControlException(int status, @Nullable String field, String reason) {
        super(reason, null, false, false);
        this.status = status;
        this.field = field;
    }

    /** It does not fit how things stand. */
    static ControlException conflict(@Nullable String field, String reason) {
        return new ControlException(CONFLICT, field, reason);
    }

    int status() {
        return status;
    }

    @Nullable
    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
