package dev.capstan.contracts.value;

import dev.capstan.contracts.TextValue;
import java.math.BigDecimal;

/**
 * An amount of the base asset; zero or more. Direction is a {@link Side}, never a sign.
 *
 * <p>Equal values compare equal whatever their scale; the scale is kept for display.
 */
public record Quantity(BigDecimal value) implements TextValue, Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        value = Decimals.checked(value);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("expected zero or more, got: " + value.toPlainString());
        }
    }

    public static Quantity of(BigDecimal value) {
        return new Quantity(value);
    }

    /**
     * Reads plain notation, e.g. {@code 0.015}.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static Quantity parse(String text) {
        return new Quantity(Decimals.parse(text));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    /**
     * What is left after taking {@code other} away.
     *
     * @throws IllegalArgumentException when {@code other} is larger
     */
    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    public boolean isGreaterThan(Quantity other) {
        return value.compareTo(other.value) > 0;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Quantity that && value.compareTo(that.value) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }

    @Override
    public String text() {
        return value.toPlainString();
    }

    @Override
    public String toString() {
        return text();
    }
}
