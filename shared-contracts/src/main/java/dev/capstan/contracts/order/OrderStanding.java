package dev.capstan.contracts.order;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.value.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * Execution's word on one client order id, for a service that holds something on its behalf.
 *
 * <p>{@code POST /internal/orders/standings} with {@code {"clientOrderIds": [...]}} (at most 500) answers {@code {"items": [...]}} in
 * the same order.
 *
 * @param status null when no such order exists. The intent is always stored before anything is reserved for it, so "not found" is final.
 * @param lastEventNumber last number of the order's stream at that moment; 0 when not found. Whoever acts on {@code status} first
 *     applies the stream up to this number.
 */
public record OrderStanding(
        ClientOrderId clientOrderId,
        @Nullable String accountId,
        @Nullable OrderStatus status,
        long lastEventNumber) {}
