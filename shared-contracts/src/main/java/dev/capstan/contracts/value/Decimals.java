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

    /** Plain notation only: an exponent, or a zero below zero, is refused so that one number has one spelling. */
    static BigDecimal parse(String text) {
        if (text.length() > 60 || !isPlain(text)) {
            throw new IllegalArgumentException("expected a decimal in plain notation, got: " + text);
        }
        BigDecimal value = checked(new BigDecimal(text));
        if (value.signum() == 0 && text.startsWith("-")) {
            throw new IllegalArgumentException("expected a zero without a sign, got: " + text);
        }
        return value;
    }

    /** Digits, perhaps a sign before them, perhaps a point and more digits behind them; a loop, because numbers are read all the time. */
    private static boolean isPlain(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        return point < 0
                ? areDigits(text, start, text.length())
                : areDigits(text, start, point) && areDigits(text, point + 1, text.length());
    }

    /** At least one, and none of other scripts. */
    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }
}
