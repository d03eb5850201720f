package dev.capstan.execution.order.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What never changes about an order.
 *
 * @param limitPrice set for the types that have one
 * @param triggerPrice set for the types that wait for one
 * @param origin null for an order that was found at the venue
 * @param submitBy after this an order that is not claimed ends
 */
public record OrderTerms(
        OrderId orderId,
        ClientOrderId clientOrderId,
        AccountId accountId,
        InstrumentId instrumentId,
        String actingSubject,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        Quantity quantity,
        @Nullable Price limitPrice,
        @Nullable Price triggerPrice,
        @Nullable RequestOrigin origin,
        Instant receivedAt,
        Instant submitBy) {

    public StreamKey streamKey() {
        return new StreamKey(accountId, instrumentId);
    }

    /** Whether somebody else than this installation placed it. */
    public boolean isExternal() {
        return origin == null;
    }
}
