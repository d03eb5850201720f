package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.OrderType;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A venue's rules for an instrument. A null bound means that the venue does not set it.
 *
 * @param trading whether the venue takes new orders now
 * @param tickSize step of prices
 * @param lotSize step of quantities
 * @param orderTypes what the venue takes on the instrument, of the types that we know
 * @param baseScale decimals of the base asset, for rounding commissions and dust
 */
public record InstrumentRules(
        InstrumentId instrumentId,
        Asset baseAsset,
        Asset quoteAsset,
        boolean trading,
        @Nullable BigDecimal tickSize,
        @Nullable BigDecimal minPrice,
        @Nullable BigDecimal maxPrice,
        @Nullable BigDecimal lotSize,
        @Nullable BigDecimal minQuantity,
        @Nullable BigDecimal maxQuantity,
        @Nullable BigDecimal maxMarketQuantity,
        @Nullable BigDecimal minNotional,
        @Nullable BigDecimal maxNotional,
        boolean minNotionalOnMarket,
        int baseScale,
        int quoteScale,
        Set<OrderType> orderTypes,
        @Nullable PriceBands priceBands) {

    public InstrumentRules {
        orderTypes = Set.copyOf(orderTypes);
    }
}
