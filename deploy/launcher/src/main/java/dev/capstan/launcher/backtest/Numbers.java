package dev.capstan.launcher.backtest;

import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;

/** Numbers as they are typed, made whole numbers. */
final class Numbers {

    /** Percent to millionths. */
    private static final int PERCENT_SCALE = 4;

    private Numbers() {}

    /** A decimal of zero or more in {@link Decimal8}. */
    static long fixed(String option, String text) {
        return Decimal8.plain(text)
                .filter(Decimal8::fits)
                .map(Decimal8::of)
                .orElseThrow(() -> InputException.of(
                        option,
                        "expected a decimal from 0 to " + Long.MAX_VALUE / Decimal8.ONE
                                + " with at most 8 places, got: " + text));
    }

    /** A decimal above zero in {@link Decimal8}. */
    static long positive(String option, String text) {
        long value = fixed(option, text);
        if (value == 0) {
            throw InputException.of(option, "expected a decimal above zero, got: " + text);
        }
        return value;
    }

    /**
     * Percent in millionths.
     *
     * @param expected for people, e.g. {@code above 0, at most 100}
     */
    static long millionths(String option, String text, long least, long most, String expected) {
        return Decimal8.plain(text)
                .map(BigDecimal::stripTrailingZeros)
                .filter(percent -> percent.scale() <= PERCENT_SCALE)
                .map(percent -> percent.movePointRight(PERCENT_SCALE))
                .filter(millionths -> millionths.compareTo(BigDecimal.valueOf(least)) >= 0
                        && millionths.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(BigDecimal::longValueExact)
                .orElseThrow(() -> InputException.of(
                        option,
                        "expected percent " + expected + ", with at most " + PERCENT_SCALE + " places, got: " + text));
    }

    /** A whole number from {@code least} to {@code most}. */
    static int whole(String option, String text, int least, int most) {
        return Decimal8.plain(text)
                .filter(value -> value.stripTrailingZeros().scale() <= 0)
                .filter(value -> value.compareTo(BigDecimal.valueOf(least)) >= 0
                        && value.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(BigDecimal::intValueExact)
                .orElseThrow(() -> InputException.of(
                        option, "expected a whole number from " + least + " to " + most + ", got: " + text));
    }
}
