package dev.capstan.backtest.market;

import dev.capstan.contracts.id.InstrumentId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the venue asks of orders for an instrument it lists; a rule it does not have is zero.
 *
 * @param maxQuantity null for no limit
 */
public record ListedRules(
        InstrumentId instrumentId,
        BigDecimal tickSize,
        BigDecimal lotSize,
        BigDecimal minQuantity,
        @Nullable BigDecimal maxQuantity,
        BigDecimal minNotional) {}
