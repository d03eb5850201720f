package dev.capstan.simulator.binance.protocol;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The unit a client wants its times in. */
public enum Times {
    MILLISECOND,
    MICROSECOND;

    /** The unit named by a header or a connection parameter; milliseconds when there is none. */
    public static Times parse(@Nullable String name) {
        if (name == null) {
            return MILLISECOND;
        }
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "MILLISECOND" -> MILLISECOND;
            case "MICROSECOND" -> MICROSECOND;
            default -> throw ParameterErrors.invalidTimeUnit();
        };
    }

    /** {@code micros} in this unit. */
    public long of(long micros) {
        return this == MICROSECOND ? micros : micros / 1_000L;
    }

    /** {@code millis} in this unit. */
    public long ofMillis(long millis) {
        return this == MICROSECOND ? millis * 1_000L : millis;
    }
}
