package dev.capstan.contracts.risk;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import org.jspecify.annotations.Nullable;

/**
 * May this order use its share of the limits? {@code POST /internal/risk/reservations}, role {@code service}.
 *
 * <p>Idempotent on (accountId, clientOrderId): asking again gives the first answer and reserves nothing twice.
 *
 * @param limitPrice null for an order that trades at the market, which is judged at the mark
 * @param triggerPrice set for an order that waits for a price
 */
public record ReservationRequest(
        AccountId accountId,
        ClientOrderId clientOrderId,
        OrderId orderId,
        InstrumentId instrumentId,
        Side side,
        OrderType orderType,
        Quantity quantity,
        @Nullable Price limitPrice,
        @Nullable Price triggerPrice) {}
