package dev.capstan.systemtests.feed;

import dev.capstan.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A consumer from outside that takes the time of every tick which comes from now on. */
final class TickWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long LIMIT_SECONDS = 10;

    private final Queue<Duration> ages = new ConcurrentLinkedQueue<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> reading;
    private volatile boolean open = true;

    TickWatch(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 10),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.TICK_EVENTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reading = thread.submit(this::read);
    }

    private void read() {
        while (open) {
            consumer.poll(POLL).forEach(tick -> ages.add(age(tick.value())));
        }
    }

    /** Since the venue sent it, by the clock that both have here; the venue tells its time in milliseconds. */
    private static Duration age(byte[] tick) {
        JsonNode json = JsonMapper.shared().readTree(tick);
        return Duration.between(Instant.parse(json.path("occurredAt").asString()), Instant.now());
    }

    /** How old the ticks were that have come, the youngest first. */
    List<Duration> ages() {
        return ages.stream().sorted().toList();
    }

    @Override
    public void close() {
        open = false;
        try {
            reading.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError("ticks could not be read", failed);
        } finally {
            thread.close();
            consumer.close();
        }
    }
}
