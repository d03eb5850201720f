package dev.capstan.kit.outbox.relay;

import dev.capstan.kit.outbox.OutboxRow;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** What the relay shows. Backlog figures are of the whole table, so every replica shows the same. */
final class RelayMetrics {

    private final Clock clock;
    private final Counter sent;
    private final Counter sentAgain;
    private final Timer lag;
    private volatile OutboxRows.Backlog backlog = new OutboxRows.Backlog(0, 0);

    RelayMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.sent = Counter.builder("outbox.sent")
                .description("Records that Kafka acknowledged.")
                .register(registry);
        this.sentAgain = Counter.builder("outbox.sent.again")
                .description("Records sent once more because an answer was lost; each may be in Kafka twice.")
                .register(registry);
        this.lag = Timer.builder("outbox.relay.lag")
                .description("From the insert of a row to Kafka's acknowledgement.")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(100_000))
                .register(registry);
        gauge(registry, "outbox.pending.rows", "Rows not yet published.", () -> backlog.pending());
        gauge(registry, "outbox.oldest.age.seconds", "Age of the oldest row.", () -> backlog.oldestAgeSeconds());
    }

    void buckets(MeterRegistry registry, Supplier<Number> held) {
        gauge(registry, "outbox.buckets.held", "Buckets leased by this process.", held);
    }

    private static void gauge(MeterRegistry registry, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    void acknowledged(OutboxRow row) {
        sent.increment();
        lag.record(Duration.between(row.createdAt(), clock.instant()));
    }

    void maySendAgain(int rows) {
        sentAgain.increment(rows);
    }

    void backlog(OutboxRows.Backlog now) {
        backlog = now;
    }
}
