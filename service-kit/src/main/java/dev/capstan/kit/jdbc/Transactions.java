package dev.capstan.kit.jdbc;

import java.util.function.Supplier;

/**
 * Runs work in one transaction, at most 3 times: again when the database reports a deadlock or a serialisation failure, or ended it because
 * we stood still in it.
 */
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
