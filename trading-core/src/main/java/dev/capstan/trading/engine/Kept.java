package dev.capstan.trading.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Made when it is first asked for, and kept. Two threads that ask at once each make the same; what is made has nothing but final fields, so
 * either may read the other's.
 */
final class Kept<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    Kept(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
