package dev.capstan.execution.order.domain;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event before it has its number. */
public record OrderFact(
        OrderEventType type,
        Order after,
        @Nullable FillDetails fill,
        @Nullable DenialReason denialReason,
        @Nullable EndReason endReason,
        @Nullable String detail,
        FactSource source,
        Instant occurredAt) {

    /** The event as it is stored and published. */
    public OrderEvent numbered(UUID eventId, long number, Instant recordedAt) {
        return new OrderEvent(
                eventId,
                type,
                number,
                after.snapshot(),
                fill,
                denialReason,
                endReason,
                detail,
                source,
                occurredAt,
                recordedAt);
    }
}
