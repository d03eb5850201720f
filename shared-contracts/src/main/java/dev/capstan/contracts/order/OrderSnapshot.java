package dev.capstan.contracts.order;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole order after an event, so that a consumer never needs the events before it to know what the order is.
 *
 * @param actingSubject the Keycloak subject that placed it, or {@code venue} for an order found at the venue
 * @param limitPrice set for the order types that have one
 * @param triggerPrice set for the order types that wait for one; null too for an order stored before such types existed
 * @param averagePrice quote per base over all fills, HALF_EVEN at 18 digits; null while nothing filled
 * @param submitAttempt 0 before the first claim
 * @param external true when it was placed at the venue by somebody else than this installation
 */
public record OrderSnapshot(
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
        OrderStatus status,
        Quantity filledQuantity,
        Quantity leavesQuantity,
        @Nullable Price averagePrice,
        @Nullable VenueOrderId venueOrderId,
        int submitAttempt,
        boolean cancelRequested,
        boolean external,
        Instant receivedAt) {}
