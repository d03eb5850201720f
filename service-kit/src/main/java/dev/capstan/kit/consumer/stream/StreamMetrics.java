package dev.capstan.kit.consumer.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What a consumer of streams shows. */
final class StreamMetrics {

    private final Counter applied;
    private final Counter repeated;
    private final Counter gaps;
    private final AtomicLong parked = new AtomicLong();

    StreamMetrics(MeterRegistry registry, String consumer) {
        this.applied = counter(registry, "consumer.events.applied", "Events that had their effect.", consumer);
        this.repeated =
                counter(registry, "consumer.events.repeated", "Events delivered again and recognised.", consumer);
        this.gaps = counter(registry, "consumer.gaps.repaired", "Gaps filled from execution.", consumer);
        Gauge.builder("consumer.parked.keys", parked::get)
                .description("Keys put aside.")
                .tag("consumer", consumer)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description, String consumer) {
        return Counter.builder(name)
                .description(description)
                .tag("consumer", consumer)
                .register(registry);
    }

    void applied(int count, int again) {
        applied.increment(count);
        repeated.increment(again);
    }

    void gapRepaired() {
        gaps.increment();
    }

    void parkedKeys(long count) {
        parked.set(count);
    }
}
