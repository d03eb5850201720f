package dev.capstan.risk.exposure.adapter.kafka;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.consumer.Delivered;
import dev.capstan.kit.consumer.EventRuleViolation;
import dev.capstan.kit.consumer.OrderEventHandler;
import dev.capstan.kit.correlation.Correlation;
import dev.capstan.risk.exposure.application.BookOrderEvents;
import dev.capstan.risk.exposure.application.ExposureConsumer;
import dev.capstan.risk.exposure.domain.ContradictoryEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Consumer {@code risk-exposure}. */
@Component
class OrderEventsToExposure implements OrderEventHandler {

    private final BookOrderEvents bookOrderEvents;

    OrderEventsToExposure(BookOrderEvents bookOrderEvents) {
        this.bookOrderEvents = bookOrderEvents;
    }

    @Override
    public String consumerName() {
        return ExposureConsumer.NAME;
    }

    @Override
    public void apply(OrderEvent event) {
        applyAll(List.of(new Delivered(event, Correlation.current())));
    }

    @Override
    public void applyAll(List<Delivered> batch) {
        try {
            bookOrderEvents.book(batch);
        } catch (ContradictoryEvent e) {
            throw violation(e);
        }
    }

    @Override
    public void parkingChanged(StreamKey key, boolean parked) {
        bookOrderEvents.parked(key, parked);
    }

    private static EventRuleViolation violation(ContradictoryEvent cause) {
        EventRuleViolation violation = new EventRuleViolation(String.valueOf(cause.getMessage()));
        violation.initCause(cause);
        return violation;
    }
}
