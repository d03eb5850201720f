package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claimed order, exactly as it is signed and written, once.
 *
 * @param timestamp venue time taken before the claim and stored with it; a pause after the claim makes it too old for the venue
 * @param window how long after {@code timestamp} the venue may still execute it; at most 3 s
 */
public record VenueSubmission(
        ClientOrderId clientOrderId,
        InstrumentId instrumentId,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        Quantity quantity,
        @Nullable Price limitPrice,
        @Nullable Price triggerPrice,
        Instant timestamp,
        Duration window) {}
