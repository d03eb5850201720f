package dev.capstan.execution.order.adapter.metrics;

import dev.capstan.execution.order.application.OrderMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counters by name. */
public final class MicrometerOrderMetrics implements OrderMetrics {

    private final Counter submits;
    private final Counter repeats;
    private final Counter doubts;
    private final Counter claims;
    private final AtomicInteger inDoubt = new AtomicInteger();
    private final AtomicLong oldestDoubtMillis = new AtomicLong();

    public MicrometerOrderMetrics(MeterRegistry meters) {
        submits = Counter.builder("order.submits")
                .description("Submits written to a venue")
                .register(meters);
        repeats = Counter.builder("order.repeats.suppressed")
                .description("Calls that repeated an order that exists")
                .register(meters);
        doubts = Counter.builder("order.doubts")
                .description("Orders that came to be in doubt")
                .register(meters);
        claims = Counter.builder("order.claims")
                .description("Claims committed, each good for one submit")
                .register(meters);
        meters.gauge("order.in.doubt", inDoubt);
        meters.gauge("order.in.doubt.oldest.seconds", oldestDoubtMillis, millis -> millis.get() / 1000.0);
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
    public void claimed() {
        claims.increment();
    }

    @Override
    public void inDoubt(int orders, Duration oldest) {
        inDoubt.set(orders);
        oldestDoubtMillis.set(oldest.toMillis());
    }

    @Override
    public void fellInDoubt() {
        doubts.increment();
    }
}
