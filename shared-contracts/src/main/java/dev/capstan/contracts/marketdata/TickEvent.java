package dev.capstan.contracts.marketdata;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;

/**
 * A market trade, on {@code market-data.tick.events.v1}, key = instrument id. Sent straight to Kafka: lossy by design, a mark and
 * never a fact to book.
 *
 * @param marketEpoch name of the replay or seed that the price belongs to; empty for a real venue
 * @param speed market seconds per wall second, 1 for a real venue; staleness limits are divided by it when above 1
 * @param occurredAt venue event time, wall clock
 * @param receivedAt when market-data-service read it from the socket, wall clock
 */
public record TickEvent(
        InstrumentId instrumentId,
        String marketEpoch,
        Price lastPrice,
        Quantity lastQuantity,
        double speed,
        Instant occurredAt,
        Instant receivedAt) {}
