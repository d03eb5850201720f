package dev.capstan.contracts.value;

import dev.capstan.contracts.TextValue;
import java.math.BigDecimal;

/**
 * A signed amount of one asset; which asset is said by the field beside it.
 *
 * <p>Equal values compare equal whatever their scale; the scale is kept for display.
 */
public record Money(BigDecimal value) implements TextValue, Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        value = Decimals.checked(value);
    }

    public static Money of(BigDecimal value) {
        return new Money(value);
    }

    /**
     * Reads plain notation, e.g. {@code 0.015}.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static Money parse(String text) {
        return new Money(Decimals.parse(text));
    }

    /** Rounds half-even to the 18 places that a column holds. */
    public static Money rounded(BigDecimal exact) {
        return new Money(
                exact.scale() > Decimals.MAX_SCALE
                        ? exact.setScale(Decimals.MAX_SCALE, java.math.RoundingMode.HALF_EVEN)
                        : exact);
    }

    public Money plus(Money other) {
        return new Money(value.add(other.value));
    }

    public Money minus(Money other) {
        return new Money(value.subtract(other.value));
    }

    public Money negated() {
        return new Money(value.negate());
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Money that && value.compareTo(that.value) == 0;
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
