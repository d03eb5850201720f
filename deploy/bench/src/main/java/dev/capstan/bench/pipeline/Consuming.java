package dev.capstan.bench.pipeline;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Polls one topic on a thread of its own, applies each record and commits offsets after each poll. */
final class Consuming implements AutoCloseable {

    /** What a record causes. */
    @FunctionalInterface
    interface Effect {
        void apply(byte[] key, byte[] payload) throws SQLException;
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Effect effect;
    private final CountDownLatch assigned = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean open = true;

    Consuming(String bootstrapServers, String topic, Effect effect) {
        this.consumer = BareClients.consumer(bootstrapServers, "bench-" + UUID.randomUUID());
        this.effect = effect;
        this.consumer.subscribe(List.of(topic));
        this.thread = Thread.ofPlatform().name("bare-consumer-" + topic).start(this::poll);
    }

    /** Records sent before this returned may be missed: the group starts at the end. */
    void awaitAssigned() throws InterruptedException {
        if (!assigned.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no partitions were assigned within 30 s");
        }
    }

    private void poll() {
        try {
            while (open) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    effect.apply(record.key(), record.value());
                }
                if (!consumer.assignment().isEmpty()) {
                    // The position is only fixed once it was looked up.
                    consumer.assignment().forEach(consumer::position);
                    assigned.countDown();
                    consumer.commitAsync();
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("bare consumer", failure);
        } finally {
            consumer.close();
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
