package dev.capstan.trading.risk;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.trading.risk.exposure.InstrumentExposure;
import dev.capstan.trading.risk.exposure.OpenOrder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one moment on which an order is judged.
 *
 * @param before the instrument without the order
 * @param order the order as it would be reserved
 * @param limitPrice null for an order that trades at the market
 * @param triggerPrice null for an order that waits for no price
 * @param otherInstruments exposure of the account's other instruments, in the reference asset
 * @param referenceRate price of one unit of the quote asset in the reference asset; 1 when they are the same
 * @param openOrders open orders of the account without this one
 */
public record RiskCheck(
        InstrumentExposure before,
        OpenOrder order,
        @Nullable Price limitPrice,
        @Nullable Price triggerPrice,
        Money otherInstruments,
        Price referenceRate,
        int openOrders,
        InstrumentLimits instrumentLimits,
        AccountLimits accountLimits) {

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(20).subtract(BigDecimal.ONE);

    InstrumentExposure after() {
        return before.with(order);
    }

    /** Exposure of the whole account, in the reference asset, when this instrument's is {@code exposure}. */
    Money accountValue(InstrumentExposure exposure) {
        BigDecimal converted = exposure.worstValue().value().multiply(referenceRate.value());
        return Money.rounded(
                otherInstruments.value().add(converted).min(LARGEST).stripTrailingZeros());
    }
}
