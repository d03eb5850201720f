package dev.capstan.marketdata.instrument;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * An instrument open for trading.
 *
 * @param tickSize smallest step of a price
 * @param lotSize smallest step of a quantity
 * @param minQuantity smallest order
 * @param maxQuantity largest market order; null for no limit
 * @param minNotional smallest order in the quote asset
 */
public record ListedInstrument(
        InstrumentId instrumentId,
        Asset baseAsset,
        Asset quoteAsset,
        Price tickSize,
        Quantity lotSize,
        Quantity minQuantity,
        @Nullable Quantity maxQuantity,
        Money minNotional) {}
