package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The order as it was when it was approved: what never changes, so that every repeat of the call gets the same body. */
record PlacedOrderView(
        OrderId orderId,
        ClientOrderId clientOrderId,
        AccountId accountId,
        InstrumentId instrumentId,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        Quantity quantity,
        @Nullable Price limitPrice,
        @Nullable Price triggerPrice,
        OrderStatus status,
        Instant receivedAt,
        @Nullable Instant approvedAt) {

    static PlacedOrderView of(Order order) {
        OrderTerms terms = order.terms();
        return new PlacedOrderView(
                terms.orderId(),
                terms.clientOrderId(),
                terms.accountId(),
                terms.instrumentId(),
                terms.side(),
                terms.orderType(),
                terms.timeInForce(),
                terms.quantity(),
                terms.limitPrice(),
                terms.triggerPrice(),
                order.approvedAt() == null ? order.status() : OrderStatus.NEW,
                terms.receivedAt(),
                order.approvedAt());
    }
}
