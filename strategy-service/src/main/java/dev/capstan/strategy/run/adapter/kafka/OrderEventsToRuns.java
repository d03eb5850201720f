package dev.capstan.strategy.run.adapter.kafka;

import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.consumer.Delivered;
import dev.capstan.kit.consumer.OrderEventHandler;
import dev.capstan.strategy.run.application.ApplyOrderEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** What becomes of orders, each event once and in order. */
@Component
class OrderEventsToRuns implements OrderEventHandler {

    private final ApplyOrderEvent apply;

    OrderEventsToRuns(ApplyOrderEvent apply) {
        this.apply = apply;
    }

    @Override
    public String consumerName() {
        return "strategy-orders";
    }

    @Override
    public void apply(OrderEvent event) {
        apply.apply(event);
    }

    @Override
    public void applyAll(List<Delivered> batch) {
        apply.lockRuns(batch.stream().map(Delivered::event).toList());
        OrderEventHandler.super.applyAll(batch);
    }

    /** Orders that were placed at the venue by somebody else are no run's. */
    @Override
    public boolean concerns(OrderEvent event) {
        return !event.order().external();
    }
}
