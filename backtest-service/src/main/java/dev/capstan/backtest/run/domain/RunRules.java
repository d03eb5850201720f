package dev.capstan.backtest.run.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the venue asks of an order's numbers.
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
        BigDecimal minNotional) {}
