package dev.capstan.contracts.value;

import dev.capstan.contracts.TextValue;
import java.math.BigDecimal;

/**
 * Quote asset per unit of base asset; zero or more.
 *
 * <p>Equal values compare equal whatever their scale; the scale is kept for display.
 */
public record Price(BigDecimal value) implements TextValue, Comparable<Price> {

    public static final Price ZERO = new Price(BigDecimal.ZERO);

    public Price {
        value = Decimals.checked(value);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("expected zero or more, got: " + value.toPlainString());
        }
    }

    public static Price of(BigDecimal value) {
        return new Price(value);
    }

    /**
     * Reads plain notation, e.g. {@code 0.015}.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static Price parse(String text) {
        return new Price(Decimals.parse(text));
    }

    /** What {@code quantity} costs at this price, exactly, in the quote asset. */
    public Money times(Quantity quantity) {
        return Money.rounded(value.multiply(quantity.value()));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Price that && value.compareTo(that.value) == 0;
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
