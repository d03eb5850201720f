package dev.capstan.kit.consumer.stream;

import dev.capstan.contracts.order.OrderEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event and what its sender was doing.
 *
 * @param correlationId null when it was fetched
 */
record Incoming(OrderEvent event, @Nullable String correlationId) {

    long number() {
        return event.number();
    }
}
