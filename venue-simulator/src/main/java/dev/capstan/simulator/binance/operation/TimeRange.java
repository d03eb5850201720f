package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import org.jspecify.annotations.Nullable;

/** The part of the past that a request asks for, in microseconds; both ends belong to it. */
record TimeRange(@Nullable Long start, @Nullable Long end) {

    private static final long DAY = 86_400_000_000L;
    private static final long MICROS_FROM = 100_000_000_000_000L;

    static TimeRange read(Parameters parameters) {
        Long start = parameters.whole("startTime").map(TimeRange::micros).orElse(null);
        // A time in milliseconds names the whole millisecond.
        Long end = parameters
                .whole("endTime")
                .map(time -> micros(time) + (time < MICROS_FROM ? 999 : 0))
                .orElse(null);
        if (start != null && end != null && end - start > DAY + 999) {
            throw ParameterErrors.moreThanADay();
        }
        return new TimeRange(start, end);
    }

    boolean isGiven() {
        return start != null || end != null;
    }

    boolean hasStart() {
        return start != null;
    }

    /** Whether {@code micros} is in the range; a range with one end reaches a day from it. */
    boolean contains(long micros) {
        long from = start != null ? start : end != null ? end - DAY : Long.MIN_VALUE;
        long to = end != null ? end : start != null ? start + DAY : Long.MAX_VALUE;
        return micros >= from && micros <= to;
    }

    private static long micros(long time) {
        return time < MICROS_FROM ? time * 1_000L : time;
    }
}
