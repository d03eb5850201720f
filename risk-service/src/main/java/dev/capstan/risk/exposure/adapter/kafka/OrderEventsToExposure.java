package dev.capstan.risk.exposure.adapter.kafka;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.consumer.EventRuleViolation;
import dev.capstan.kit.consumer.OrderEventHandler;
import dev.capstan.risk.exposure.application.BookOrderEvent;
import dev.capstan.risk.exposure.application.ExposureConsumer;
import dev.capstan.risk.exposure.domain.ContradictoryEvent;
import org.springframework.stereotype.Component;

/** Consumer {@code risk-exposure}. */
@Component
class OrderEventsToExposure implements OrderEventHandler {

    private final BookOrderEvent bookOrderEvent;

    OrderEventsToExposure(BookOrderEvent bookOrderEvent) {
        this.bookOrderEvent = bookOrderEvent;
    }

    @Override
    public String consumerName() {
        return ExposureConsumer.NAME;
    }

    @Override
    public void apply(OrderEvent event) {
        try {
            bookOrderEvent.book(event);
        } catch (ContradictoryEvent e) {
            throw violation(e);
        }
    }

    @Override
    public void parkingChanged(StreamKey key, boolean parked) {
        bookOrderEvent.parked(key, parked);
    }

    private static EventRuleViolation violation(ContradictoryEvent cause) {
        EventRuleViolation violation = new EventRuleViolation(String.valueOf(cause.getMessage()));
        violation.initCause(cause);
        return violation;
    }
}
