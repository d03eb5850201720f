package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an order.
 *
 * @param number in the stream of the order's account and instrument
 * @param source where the fact came from
 * @param occurredAt when it happened, at the venue for facts of the venue
 * @param recordedAt when we committed it
 */
record TimelineEntry(
        long number,
        OrderEventType type,
        OrderStatus status,
        Quantity filledQuantity,
        int submitAttempt,
        FactSource source,
        @Nullable FillDetails fill,
        @Nullable DenialReason denialReason,
        @Nullable EndReason endReason,
        @Nullable String detail,
        Instant occurredAt,
        Instant recordedAt) {

    static TimelineEntry of(OrderEvent event) {
        return new TimelineEntry(
                event.number(),
                event.type(),
                event.order().status(),
                event.order().filledQuantity(),
                event.order().submitAttempt(),
                event.source(),
                event.fill(),
                event.denialReason(),
                event.endReason(),
                event.detail(),
                event.occurredAt(),
                event.recordedAt());
    }
}
