package dev.capstan.execution.order.adapter.metrics;

import dev.capstan.execution.order.application.OrderMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counters by name. */
public final class MicrometerOrderMetrics implements OrderMetrics {

    private final Counter submits;
    private final Counter repeats;
    private final Counter doubts;

    public MicrometerOrderMetrics(MeterRegistry meters) {
        submits = Counter.builder("order.submits")
                .description("Submits written to a venue")
                .register(meters);
        repeats = Counter.builder("order.repeats.suppressed")
                .description("Calls that repeated an order that exists")
                .register(meters);
        doubts = Counter.builder("order.in.doubt.total")
                .description("Orders that came to be in doubt")
                .register(meters);
    }

    @Override
    public void submitted() {
        submits.increment();
    }

    @Override
    public void repeatSuppressed() {
        repeats.increment();
    }

    @Override
    public void fellInDoubt() {
        doubts.increment();
    }
}
