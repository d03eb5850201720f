package dev.capstan.contracts.portfolio;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.PositionSide;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole position of an account in an instrument on the compacted topic {@code portfolio.position.events.v1}, key = stream key.
 *
 * @param quantity net of commissions charged in the base asset; its direction is {@code side}
 * @param averagePrice average cost, HALF_EVEN at 18 digits; null when flat
 * @param realizedPnl in {@code quoteAsset}, commissions in the quote or base asset included
 * @param version rises by one with every change
 * @param streamNumber last number of the order stream that is in this state
 */
public record PositionEvent(
        AccountId accountId,
        InstrumentId instrumentId,
        PositionSide side,
        Quantity quantity,
        @Nullable Price averagePrice,
        Money realizedPnl,
        Asset baseAsset,
        Asset quoteAsset,
        long version,
        long streamNumber,
        Instant asOf) {}
