package dev.capstan.trading.risk;

import dev.capstan.contracts.TextValue;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A share in hundredths, zero or more: 5 means five percent. Equal values compare equal whatever their scale. */
public record Percent(BigDecimal value) implements TextValue {

    private static final int MAX_SCALE = 18;

    public Percent {
        value = Quantity.of(value).value();
    }

    public static Percent of(BigDecimal value) {
        return new Percent(value);
    }

    /**
     * Reads plain notation, e.g. {@code 2.5}.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static Percent parse(String text) {
        return new Percent(Quantity.parse(text).value());
    }

    /** {@code price} and this share of it, rounded up. */
    public Price above(Price price) {
        BigDecimal exact = price.value().add(price.value().multiply(value).movePointLeft(2));
        return Price.of(exact.scale() > MAX_SCALE ? exact.setScale(MAX_SCALE, RoundingMode.UP) : exact);
    }

    /** Whether {@code price} is farther from {@code reference} than this share of it, either way. */
    public boolean isExceededBy(Price price, Price reference) {
        BigDecimal distance = price.value().subtract(reference.value()).abs();
        return distance.movePointRight(2).compareTo(reference.value().multiply(value)) > 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Percent that && value.compareTo(that.value) == 0;
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
