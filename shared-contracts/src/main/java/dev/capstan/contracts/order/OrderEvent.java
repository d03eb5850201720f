package dev.capstan.contracts.order;

import dev.capstan.contracts.id.StreamKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an order, on topic {@code execution.order.events.v1} under its {@link StreamKey}.
 *
 * <p>A consumer keeps the last {@code number} it applied for each key: lower or equal is a repeat, the next is applied, anything
 * else is a gap to be fetched from execution. So completeness is checked, not hoped for.
 *
 * @param eventId identity of this event; equal on every delivery
 * @param number place in the key's stream, from 1, without gaps
 * @param order the order after this event
 * @param fill set on {@link OrderEventType#OrderFilled} only
 * @param denialReason set on {@link OrderEventType#OrderDenied} only
 * @param endReason set on {@link OrderEventType#OrderExpired} and {@link OrderEventType#OrderCanceled}
 * @param detail the venue's text or {@code key=value} context for people; null when there is nothing to add
 * @param recordedAt when we committed it
 */
public record OrderEvent(
        UUID eventId,
        OrderEventType type,
        long number,
        OrderSnapshot order,
        @Nullable FillDetails fill,
        @Nullable DenialReason denialReason,
        @Nullable EndReason endReason,
        @Nullable String detail,
        FactSource source,
        Instant occurredAt,
        Instant recordedAt) {

    public OrderEvent {
        if (number < 1) {
            throw new IllegalArgumentException("expected an event number from 1, got: " + number);
        }
        if ((fill != null) != (type == OrderEventType.OrderFilled)) {
            throw new IllegalArgumentException("expected a fill on OrderFilled and on nothing else, got: " + type);
        }
    }

    public StreamKey streamKey() {
        return new StreamKey(order.accountId(), order.instrumentId());
    }
}
