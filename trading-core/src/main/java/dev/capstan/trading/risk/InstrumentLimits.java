package dev.capstan.trading.risk;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What one account may do on one instrument.
 *
 * @param maxPositionQuantity in the base asset; null for no limit
 * @param maxInstrumentExposure in the quote asset
 * @param priceCollar how far from the mark a limit price may be
 */
public record InstrumentLimits(
        @Nullable Quantity maxPositionQuantity, Money maxInstrumentExposure, Percent priceCollar) {}
