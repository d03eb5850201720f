package dev.capstan.trading.strategy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One parameter of a strategy: what it means, what it is when nobody says, and what it may be.
 *
 * @param name as in JSON and on the command line, e.g. {@code stopLossPercent}
 * @param whole whether only whole numbers will do
 * @param defaultValue within the range
 * @param minimum the least allowed
 * @param maximum the most allowed
 * @param description one sentence with the unit
 */
public record ParameterSpec(
        String name,
        boolean whole,
        BigDecimal defaultValue,
        BigDecimal minimum,
        BigDecimal maximum,
        String description) {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    public ParameterSpec {
        if (defaultValue.compareTo(minimum) < 0 || defaultValue.compareTo(maximum) > 0) {
            throw new IllegalArgumentException(
                    "expected a default from " + minimum + " to " + maximum + " for " + name);
        }
    }

    /** A whole number. */
    public static ParameterSpec whole(String name, long defaultValue, long minimum, long maximum, String description) {
        return new ParameterSpec(
                name,
                true,
                BigDecimal.valueOf(defaultValue),
                BigDecimal.valueOf(minimum),
                BigDecimal.valueOf(maximum),
                description);
    }

    /** A decimal; the numbers in plain notation. */
    public static ParameterSpec decimal(
            String name, String defaultValue, String minimum, String maximum, String description) {
        return new ParameterSpec(
                name,
                false,
                new BigDecimal(defaultValue),
                new BigDecimal(minimum),
                new BigDecimal(maximum),
                description);
    }

    /** What is allowed, for people. */
    public String expected() {
        return "expected a " + (whole ? "whole number" : "decimal") + " from " + minimum.toPlainString() + " to "
                + maximum.toPlainString();
    }

    /** Reads plain notation; empty when it is no such number or outside the range. */
    Optional<BigDecimal> parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        boolean inRange = value.compareTo(minimum) >= 0 && value.compareTo(maximum) <= 0;
        boolean fits = !whole || value.scale() <= 0;
        return inRange && fits ? Optional.of(value.scale() < 0 ? value.setScale(0) : value) : Optional.empty();
    }
}
