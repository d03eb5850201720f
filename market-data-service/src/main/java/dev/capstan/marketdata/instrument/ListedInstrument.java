package dev.capstan.marketdata.instrument;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;

/**
 * An instrument open for trading.
 *
 * @param tickSize smallest step of a price
 * @param lotSize smallest step of a quantity
 */
public record ListedInstrument(
        InstrumentId instrumentId, Asset baseAsset, Asset quoteAsset, Price tickSize, Quantity lotSize) {}
