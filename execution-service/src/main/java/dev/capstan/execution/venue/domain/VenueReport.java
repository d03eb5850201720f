package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the venue said about one order at one moment, whatever way it came. May be old, repeated or incomplete: {@code fills} holds the
 * fills that came with it, which may be fewer than {@code executedQuantity} says.
 *
 * @param clientOrderId the order's own id, never the id of a cancel request
 * @param executedQuantity cumulative, by the venue
 * @param text the venue's reason or error text, for people
 */
public record VenueReport(
        AccountId accountId,
        InstrumentId instrumentId,
        ClientOrderId clientOrderId,
        VenueOrderId venueOrderId,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        Quantity quantity,
        @Nullable Price limitPrice,
        @Nullable Price triggerPrice,
        VenueOrderState state,
        Quantity executedQuantity,
        List<VenueFill> fills,
        FactSource source,
        @Nullable String text,
        Instant placedAt,
        Instant occurredAt) {

    public VenueReport {
        fills = List.copyOf(fills);
    }
}
