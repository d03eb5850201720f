package dev.capstan.bench.orders;

import dev.capstan.bench.pipeline.BareClients;
import dev.capstan.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A consumer of nobody's group that notes when each position became known. An order's fill is in a position whose {@code streamNumber} is at
 * least the number of the event that filled the order.
 */
final class PositionWatch implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** The event that filled an order: its stream and number there. */
    private record Filled(String key, long number) {}

    private final Map<String, Filled> filled = new ConcurrentHashMap<>();
    private final Map<String, NavigableMap<Long, Long>> seenAt = new ConcurrentHashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CountDownLatch assigned = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean open = true;

    PositionWatch(String bootstrapServers) throws InterruptedException {
        consumer = BareClients.consumer(bootstrapServers, "bench-" + UUID.randomUUID());
        consumer.subscribe(List.of(Topics.ORDER_EVENTS, Topics.POSITION_EVENTS));
        thread = Thread.ofPlatform().name("position-watch").start(this::poll);
        if (!assigned.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no partitions were assigned within 30 s");
        }
    }

    /** When a position with this order's last fill was first seen, as {@link System#nanoTime}; empty when none was. */
    Optional<Long> positionSeen(String orderId) {
        return Optional.ofNullable(filled.get(orderId))
                .flatMap(fill -> Optional.ofNullable(seenAt.get(fill.key()))
                        .map(positions -> positions.ceilingEntry(fill.number())))
                .map(Map.Entry::getValue);
    }

    boolean isFilled(String orderId) {
        return filled.containsKey(orderId);
    }

    private void poll() {
        try {
            while (open) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    note(record, System.nanoTime());
                }
                if (assigned.getCount() > 0 && !consumer.assignment().isEmpty()) {
                    // The position is only fixed once it was looked up.
                    consumer.assignment().forEach(consumer::position);
                    assigned.countDown();
                }
            }
        } finally {
            consumer.close();
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record, long now) {
        if (record.value() == null) {
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        JsonNode event = JSON.readTree(record.value());
        if (record.topic().equals(Topics.POSITION_EVENTS)) {
            seenAt.computeIfAbsent(key, any -> new ConcurrentSkipListMap<>())
                    .putIfAbsent(event.path("streamNumber").asLong(), now);
        } else if ("OrderFilled".equals(event.path("type").asString())
                && "FILLED".equals(event.path("order").path("status").asString())) {
            filled.put(
                    event.path("order").path("orderId").asString(),
                    new Filled(key, event.path("number").asLong()));
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join(5_000);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
