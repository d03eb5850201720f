package dev.capstan.contracts.value;

import java.math.BigDecimal;

/** The shared check of every decimal: it must fit {@code numeric(38,18)} without rounding. */
final class Decimals {

    static final int MAX_SCALE = 18;
    static final int MAX_INTEGER_DIGITS = 20;

    private Decimals() {}

    static BigDecimal checked(BigDecimal value) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        if (plain.scale() > MAX_SCALE) {
            throw new IllegalArgumentException("expected at most 18 decimal places, got: " + value);
        }
        if (plain.precision() - plain.scale() > MAX_INTEGER_DIGITS) {
            throw new IllegalArgumentException("expected at most 20 digits before the point, got: " + value);
        }
        return plain;
    }

    /** Plain notation only: an exponent is refused so that one number has one spelling. */
    static BigDecimal parse(String text) {
        if (text.length() > 60 || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("expected a decimal in plain notation, got: " + text);
        }
        return checked(new BigDecimal(text));
    }
}
