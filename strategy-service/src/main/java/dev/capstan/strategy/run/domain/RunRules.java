package dev.capstan.strategy.run.domain;

import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What the venue asks of an order's numbers, in numbers that a run can count with.
 *
 * @param tick smallest step of a price
 * @param lot smallest step of a quantity
 * @param minQuantity smallest order in the base asset
 * @param maxQuantity largest market order in the base asset; null for no limit
 * @param minNotional smallest order in the quote asset
 */
public record RunRules(
        BigDecimal tick,
        BigDecimal lot,
        BigDecimal minQuantity,
        @Nullable BigDecimal maxQuantity,
        BigDecimal minNotional) {

    private static final BigDecimal LARGEST = Decimal8.decimal(Long.MAX_VALUE);

    /**
     * Of what a venue lists. Steps must be exact; limits are rounded to the side that keeps within them.
     *
     * @throws IllegalArgumentException naming the number that no run can count with
     */
    public static RunRules of(
            BigDecimal tickSize,
            BigDecimal lotSize,
            BigDecimal minQuantity,
            @Nullable BigDecimal maxQuantity,
            BigDecimal minNotional) {
        BigDecimal least = limit("minQuantity", minQuantity).max(step("lotSize", lotSize));
        if (maxQuantity != null && maxQuantity.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "maxQuantity=" + maxQuantity.toPlainString() + ", expected at least " + least.toPlainString());
        }
        return new RunRules(
                step("tickSize", tickSize), lotSize, least, most(maxQuantity), limit("minNotional", minNotional));
    }

    private static BigDecimal step(String name, BigDecimal value) {
        if (value.signum() <= 0 || !Decimal8.fits(value) || value.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(name + "=" + value.toPlainString()
                    + ", expected more than 0 with at most " + Decimal8.SCALE + " decimal places");
        }
        return value;
    }

    private static BigDecimal limit(String name, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(name + "=" + value.toPlainString() + ", expected 0 to 92 billion");
        }
        return Decimal8.fits(value) ? value : value.setScale(Decimal8.SCALE, RoundingMode.CEILING);
    }

    /** What is more than can be counted is no limit. */
    private static @Nullable BigDecimal most(@Nullable BigDecimal value) {
        if (value == null || value.compareTo(LARGEST) >= 0) {
            return null;
        }
        return Decimal8.fits(value) ? value : value.setScale(Decimal8.SCALE, RoundingMode.FLOOR);
    }
}
