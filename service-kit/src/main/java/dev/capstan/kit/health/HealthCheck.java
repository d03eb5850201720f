package dev.capstan.kit.health;

import org.jspecify.annotations.Nullable;

/** One line of {@code /ready}. Beans of this type are asked, each with a limit of its own, and never throw to the caller. */
public interface HealthCheck {

    /** Stable name: {@code database}, {@code kafka}, {@code venue}, ... */
    String name();

    Result check();

    /** Whether a DOWN of this check makes the service not ready. */
    default boolean required() {
        return true;
    }

    /** The three answers. */
    enum Status {
        UP,
        DOWN,
        NOT_CONFIGURED
    }

    /**
     * An answer.
     *
     * @param detail why it is down, or a figure worth seeing
     */
    record Result(Status status, @Nullable String detail) {

        public static Result up() {
            return new Result(Status.UP, null);
        }

        public static Result down(String detail) {
            return new Result(Status.DOWN, detail);
        }

        public static Result notConfigured() {
            return new Result(Status.NOT_CONFIGURED, null);
        }
    }
}
