package dev.capstan.contracts.order;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;

/**
 * One execution of an order (FIX 150=F), complete enough to book it without asking anybody.
 *
 * @param tradeOrder the rank of {@code tradeId} by the venue's own comparator; ties in {@code occurredAt} are broken by it
 * @param commission zero or more, in {@code commissionAsset}
 * @param occurredAt when the venue executed it
 */
public record FillDetails(
        TradeId tradeId,
        VenueOrderId venueOrderId,
        long tradeOrder,
        Price lastPrice,
        Quantity lastQuantity,
        Asset baseAsset,
        Asset quoteAsset,
        Money commission,
        Asset commissionAsset,
        boolean maker,
        Instant occurredAt) {}
