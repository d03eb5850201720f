package dev.capstan.marketdata.binance;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;

/** One frame of the combined stream. */
public sealed interface StreamMessage {

    /**
     * A market trade.
     *
     * @param occurredAt the venue's event time
     */
    record Trade(InstrumentId instrumentId, Price lastPrice, Quantity lastQuantity, Instant occurredAt)
            implements StreamMessage {}

    /**
     * A state of the candle now building.
     *
     * @param closed on its last one
     */
    record KlineUpdate(Kline kline, boolean closed, Instant occurredAt) implements StreamMessage {}

    /** The venue is about to close the connection. */
    record ServerShutdown() implements StreamMessage {}

    /** Well formed, and of no interest here. */
    record Other() implements StreamMessage {}

    /** Not what the protocol describes. */
    record Unreadable(String reason) implements StreamMessage {}
}
