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
 * @param limitPrice null for a market order, which is judged at the mark
 */
public record ReservationRequest(
        AccountId accountId,
        ClientOrderId clientOrderId,
        OrderId orderId,
        InstrumentId instrumentId,
        Side side,
        OrderType orderType,
        Quantity quantity,
        @Nullable Price limitPrice) {}
