package dev.capstan.simulator.exchange.command;

import java.util.function.Supplier;

/** What became of one half of a command that may half fail. */
public sealed interface Attempt<T> {

    record Done<T>(T result) implements Attempt<T> {}

    record Refused<T>(RefusedException refused) implements Attempt<T> {}

    /** Not tried, because the half before it failed. */
    record NotMade<T>() implements Attempt<T> {}

    /** What becomes of {@code command}. */
    static <T> Attempt<T> of(Supplier<T> command) {
        try {
            return new Done<>(command.get());
        } catch (RefusedException refused) {
            return new Refused<>(refused);
        }
    }

    /** Whether it was done. */
    default boolean isDone() {
        return this instanceof Done<T>;
    }
}
