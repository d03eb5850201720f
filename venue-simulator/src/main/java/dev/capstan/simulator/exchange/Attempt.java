package dev.capstan.simulator.exchange;

/** What became of one half of a command that may half fail. */
public sealed interface Attempt<T> {

    record Done<T>(T result) implements Attempt<T> {}

    record Refused<T>(RefusedException refused) implements Attempt<T> {}

    /** Not tried, because the half before it failed. */
    record NotMade<T>() implements Attempt<T> {}

    /** Whether it was done. */
    default boolean isDone() {
        return this instanceof Done<T>;
    }
}
