package dev.capstan.simulator.fault;

import org.jspecify.annotations.Nullable;

/**
 * A fault as it was ordered.
 *
 * @param target which requests it waits for
 * @param times how often it will strike
 * @param symbol only there, if given
 * @param apiKey only then, if given
 * @param millis how long, where the kind has a duration
 * @param breakWindow of {@link FaultKind#HOLD_SUBMIT}: execute although the request's own window is over, 20 s later unless
 *     {@code millis} says otherwise
 * @param executed of {@link FaultKind#ERROR_5XX} and {@link FaultKind#UNLISTED_CODE}: whether the request is executed nevertheless
 * @param notice of {@link FaultKind#SHUT_DOWN}: milliseconds between the announcement and the end
 */
public record Fault(
        long id,
        FaultKind kind,
        Target target,
        int times,
        @Nullable String symbol,
        @Nullable String apiKey,
        long millis,
        boolean breakWindow,
        boolean executed,
        long notice) {

    /** What a fault can wait for. */
    public enum Target {
        PLACE,
        CANCEL,
        QUERY,
        ACCOUNT,
        /** Any signed request. */
        ANY,
        STREAM,
        CLOCK
    }

    boolean concerns(@Nullable String otherSymbol, @Nullable String otherKey) {
        return (symbol == null || symbol.equals(otherSymbol)) && (apiKey == null || apiKey.equals(otherKey));
    }

    Fault struck() {
        return new Fault(id, kind, target, times - 1, symbol, apiKey, millis, breakWindow, executed, notice);
    }

    Fault numbered(long number) {
        return new Fault(number, kind, target, times, symbol, apiKey, millis, breakWindow, executed, notice);
    }
}
