package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;

/**
 * One execution as the venue reports it.
 *
 * @param tradeOrder rank of {@code tradeId} by the venue's own comparator (numeric for Binance)
 */
public record VenueFill(
        TradeId tradeId,
        VenueOrderId venueOrderId,
        long tradeOrder,
        Price lastPrice,
        Quantity lastQuantity,
        Money commission,
        Asset commissionAsset,
        boolean maker,
        Instant occurredAt) {}
