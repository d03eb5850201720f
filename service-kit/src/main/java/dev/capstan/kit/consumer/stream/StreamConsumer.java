package dev.capstan.kit.consumer.stream;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.consumer.Delivered;
import dev.capstan.kit.consumer.deadletter.DeadLetters;
import dev.capstan.kit.consumer.stream.StreamApplier.Mode;
import dev.capstan.kit.consumer.stream.StreamApplier.Progress;
import dev.capstan.kit.consumer.work.BatchTarget;
import dev.capstan.kit.crash.CrashPoint;
import dev.capstan.kit.crash.CrashPoints;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.kafka.EventHeaders;
import dev.capstan.kit.tracing.Traces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Applies what a poll brought: one transaction per key, several keys at a time. */
final class StreamConsumer implements BatchTarget {

    private static final Logger log = LoggerFactory.getLogger(StreamConsumer.class);

    private final String consumerName;
    private final StreamApplier applier;
    private final StreamRepair repair;
    private final DeadLetters deadLetters;
    private final EventJson json;
    private final StreamMetrics metrics;
    private final KeyWorkers workers;

    /** Keys whose records were read and are not applied yet, with the {@link System#nanoTime} they were read at. */
    private final Map<StreamKey, Long> waiting = new ConcurrentHashMap<>();

    StreamConsumer(
            String consumerName,
            StreamApplier applier,
            StreamRepair repair,
            DeadLetters deadLetters,
            EventJson json,
            StreamMetrics metrics,
            KeyWorkers workers) {
        this.consumerName = consumerName;
        this.applier = applier;
        this.repair = repair;
        this.deadLetters = deadLetters;
        this.json = json;
        this.metrics = metrics;
        this.workers = workers;
    }

    @Override
    public String consumerName() {
        return consumerName;
    }

    @Override
    public String topic() {
        return Topics.ORDER_EVENTS;
    }

    /** Whether records of the key have been waiting for longer than {@code grace}: being a moment behind is the usual state of affairs. */
    boolean isWaitingLongerThan(Duration grace, StreamKey key) {
        Long since = waiting.get(key);
        return since != null && System.nanoTime() - since > grace.toNanos();
    }

    @Override
    public void apply(List<ConsumerRecord<String, byte[]>> records) {
        Map<StreamKey, List<ConsumerRecord<String, byte[]>>> byKey = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> message : records) {
            StreamKey key = keyOf(message);
            if (key != null) {
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(message);
            }
        }
        byKey.keySet().forEach(key -> waiting.putIfAbsent(key, System.nanoTime()));
        workers.forEach(byKey.entrySet(), entry -> {
            Traces.step(
                    "apply " + consumerName,
                    traces(entry.getValue()),
                    () -> applyKey(entry.getKey(), entry.getValue()));
            waiting.remove(entry.getKey());
            CrashPoints.reached(CrashPoint.EFFECT_COMMITTED, entry.getKey().text());
        });
    }

    private static List<String> traces(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .flatMap(message -> EventHeaders.text(message.headers(), Traces.HEADER).stream())
                .toList();
    }

    /** Null for a record of no stream at all, which is put aside. */
    private @org.jspecify.annotations.Nullable StreamKey keyOf(ConsumerRecord<String, byte[]> message) {
        try {
            return StreamKey.parse(String.valueOf(message.key()));
        } catch (IllegalArgumentException e) {
            deadLetters.store(consumerName, message, "the key is no stream key: " + e.getMessage());
            return null;
        }
    }

    private void applyKey(StreamKey key, List<ConsumerRecord<String, byte[]>> records) {
        List<Delivered> events = new ArrayList<>();
        boolean gap = false;
        for (ConsumerRecord<String, byte[]> message : records) {
            gap |= !read(key, message, events);
        }
        Position position = applyRead(key, events);
        if (!position.parked() && (gap || position.isBehind())) {
            log.info("{} fills a gap of {} after {}", consumerName, key, position.lastNumber());
            if (repair.catchUp(key) > position.lastNumber()) {
                metrics.gapRepaired();
            }
        }
    }

    private boolean read(StreamKey key, ConsumerRecord<String, byte[]> message, List<Delivered> events) {
        try {
            OrderEvent event = json.read(message.value() == null ? new byte[0] : message.value(), OrderEvent.class);
            if (!event.streamKey().equals(key)) {
                deadLetters.store(consumerName, message, "the event is of " + event.streamKey());
                return false;
            }
            events.add(new Delivered(event, EventHeaders.correlationId(message.headers())));
            return true;
        } catch (JacksonException e) {
            deadLetters.store(consumerName, message, "unreadable: " + e.getOriginalMessage());
            return false;
        }
    }

    private Position applyRead(StreamKey key, List<Delivered> events) {
        if (events.isEmpty()) {
            return Position.START;
        }
        try {
            return applier.apply(key, events, Mode.LIVE).position();
        } catch (RuntimeException e) {
            StreamRepair.rethrowIfInfrastructure(e);
            return oneByOne(key, events);
        }
    }

    /** One breaks a rule: those before it count, and what execution says of it decides whether the key is parked. */
    private Position oneByOne(StreamKey key, List<Delivered> events) {
        Position position = Position.START;
        for (Delivered incoming : events) {
            try {
                Progress progress = applier.apply(key, List.of(incoming), Mode.LIVE);
                position = progress.position();
            } catch (RuntimeException e) {
                StreamRepair.rethrowIfInfrastructure(e);
                log.warn("{} asks execution about {} of {}: {}", consumerName, incoming.number(), key, e.getMessage());
                return new Position(position.lastNumber(), incoming.number(), false);
            }
        }
        return position;
    }
}
