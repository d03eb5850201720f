package dev.capstan.trading.evidence;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The engine's whole numbers as contract values: decimals without zeros at their end, so that equal values have one text. */
final class Exact {

    private Exact() {}

    static Price price(long value) {
        return Price.of(fixed(value));
    }

    static Quantity quantity(long value) {
        return Quantity.of(fixed(value));
    }

    static Money money(long value) {
        return Money.of(fixed(value));
    }

    static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private static BigDecimal fixed(long value) {
        return trimmed(Decimal8.decimal(value));
    }

    static BigDecimal trimmed(BigDecimal value) {
        BigDecimal trimmed = value.stripTrailingZeros();
        return trimmed.scale() < 0 ? trimmed.setScale(0) : trimmed;
    }

    static @Nullable BigDecimal decimal(@Nullable BigDecimal value) {
        return value == null ? null : trimmed(value);
    }
}
