package dev.capstan.trading.risk.exposure;

import dev.capstan.contracts.TextValue;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A signed amount of the base asset: what was bought less what was sold. Equal values compare equal whatever their scale. */
public record NetQuantity(BigDecimal value) implements TextValue {

    public static final NetQuantity FLAT = new NetQuantity(BigDecimal.ZERO);

    public NetQuantity {
        BigDecimal size = Quantity.of(value.abs()).value();
        value = value.signum() < 0 ? size.negate() : size;
    }

    public static NetQuantity of(BigDecimal value) {
        return new NetQuantity(value);
    }

    /**
     * Reads plain notation, e.g. {@code -0.5}.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static NetQuantity parse(String text) {
        return new NetQuantity(Money.parse(text).value());
    }

    /** After a fill of {@code quantity}. */
    public NetQuantity filled(Side side, Quantity quantity) {
        return new NetQuantity(side == Side.BUY ? value.add(quantity.value()) : value.subtract(quantity.value()));
    }

    /** After {@code quantity} was taken away as a commission. */
    public NetQuantity charged(Quantity quantity) {
        return new NetQuantity(value.subtract(quantity.value()));
    }

    /** The amount without its direction. */
    public Quantity size() {
        return Quantity.of(value.abs());
    }

    public boolean isFlat() {
        return value.signum() == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NetQuantity that && value.compareTo(that.value) == 0;
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
