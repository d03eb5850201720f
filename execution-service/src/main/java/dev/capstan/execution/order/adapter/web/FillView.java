package dev.capstan.execution.order.adapter.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.value.Side;
import java.time.Instant;
import java.util.stream.Stream;

/** One execution of an order, and where we know it from. */
record FillView(@JsonUnwrapped FillDetails fill, Side side, FactSource source, Instant recordedAt) {

    static Stream<FillView> of(OrderEvent event) {
        FillDetails fill = event.fill();
        return fill == null
                ? Stream.empty()
                : Stream.of(new FillView(fill, event.order().side(), event.source(), event.recordedAt()));
    }
}
