package dev.capstan.kit.view;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every partition of a topic on one thread until closed. When the broker fails it begins again; states are idempotent. */
final class TopicReader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String topic;
    private final From from;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Listener listener;
    private volatile boolean open = true;
    private volatile @Nullable Consumer<String, byte[]> current;
    private @Nullable Thread thread;

    /** Where reading begins. */
    enum From {
        BEGINNING,
        END
    }

    /** Called on the reader's thread. */
    interface Listener {

        void record(ConsumerRecord<String, byte[]> record);

        /** Everything that was there at the beginning has been read. */
        default void caughtUp() {}
    }

    TopicReader(String topic, From from, Supplier<Consumer<String, byte[]>> consumers, Listener listener) {
        this.topic = topic;
        this.from = from;
        this.consumers = consumers;
        this.listener = listener;
    }

    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("view-" + topic).daemon().start(this::readUntilClosed);
        }
    }

    private void readUntilClosed() {
        while (open) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                current = consumer;
                read(consumer);
            } catch (WakeupException | InterruptException closing) {
                log.debug("reader of {} was asked to end", topic);
            } catch (KafkaException away) {
                log.warn("reading {} failed, begins again: {}", topic, away.toString());
                pause();
            } finally {
                current = null;
            }
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ahead = place(consumer, partitions);
        while (open) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                listener.record(record);
            }
            if (!ahead.isEmpty()) {
                ahead.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                tellWhenCaughtUp(ahead);
            }
        }
    }

    private Map<TopicPartition, Long> place(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        if (from == From.END) {
            consumer.seekToEnd(partitions);
            return Map.of();
        }
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ahead = new HashMap<>(consumer.endOffsets(partitions));
        ahead.values().removeIf(end -> end == 0);
        tellWhenCaughtUp(ahead);
        return ahead;
    }

    private void tellWhenCaughtUp(Map<TopicPartition, Long> ahead) {
        if (ahead.isEmpty()) {
            listener.caughtUp();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        open = false;
        Consumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }
}
