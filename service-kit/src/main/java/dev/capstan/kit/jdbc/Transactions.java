package dev.capstan.kit.jdbc;

import java.util.function.Supplier;

/** Runs work in one transaction and repeats it, at most 3 times, when the database reports a deadlock or a serialisation failure. */
public interface Transactions {

    /** The work may run more than once: it must touch nothing but the database. */
    <T> T call(Supplier<T> work);

    default void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
