package dev.capstan.kit.consumer;

import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.correlation.Correlation;
import org.jspecify.annotations.Nullable;

/**
 * An order event and what its sender was doing.
 *
 * @param correlationId null when the event was fetched from execution instead of delivered
 */
public record Delivered(OrderEvent event, @Nullable String correlationId) {

    public long number() {
        return event.number();
    }

    /** Runs what this event alone causes, so that log lines and outbox records carry its correlation id and not a neighbour's. */
    public void correlated(Runnable work) {
        try (Correlation.Scope _ = Correlation.open(correlationId)) {
            work.run();
        }
    }
}
