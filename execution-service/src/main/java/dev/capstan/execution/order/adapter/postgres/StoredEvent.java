package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.json.EventJson;

/** An event with the bytes that are kept for ever. */
final class StoredEvent {

    private final OrderEvent event;
    private final byte[] payload;

    StoredEvent(OrderEvent event, EventJson json) {
        this.event = event;
        this.payload = json.write(event);
    }

    OrderEvent event() {
        return event;
    }

    byte[] payload() {
        return payload;
    }
}
