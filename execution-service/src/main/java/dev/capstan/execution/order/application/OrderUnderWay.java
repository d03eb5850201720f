package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import org.jspecify.annotations.Nullable;

/** What an order that the venue does not show yet may come to take, in as few words as the checks before a trade need. */
public record OrderUnderWay(
        OrderId orderId,
        InstrumentId instrumentId,
        Side side,
        Quantity quantity,
        @Nullable Price limitPrice,
        boolean inDoubt) {}
