package dev.capstan.kit.consumer.view;

import dev.capstan.kit.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every partition of a topic, from its start or from its end, until stopped. Broken connections begin again by themselves. */
final class TopicReader implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final String topic;
    private final Target target;
    private final CountDownLatch stopped = new CountDownLatch(1);

    TopicReader(KafkaClients clients, String topic, Target target) {
        this.clients = clients;
        this.topic = topic;
        this.target = target;
    }

    /** Where records go, on the reader's thread. */
    interface Target {

        boolean fromStart();

        /** Pause after some records came, in which the next ones gather; zero takes each as it comes. */
        Duration gather();

        void take(ConsumerRecord<String, byte[]> message);

        /** Everything up to the ends seen at the start was taken. */
        void caughtUp();
    }

    @Override
    public void run() {
        while (!isStopped(Duration.ZERO)) {
            try (Consumer<String, byte[]> consumer = clients.reader("view-" + topic)) {
                read(consumer);
            } catch (WakeupException e) {
                log.debug("Reader of {} woken", topic);
            } catch (KafkaException e) {
                log.warn("Reader of {} begins again: {}", topic, e.getMessage());
                isStopped(AFTER_FAILURE);
            }
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        if (target.fromStart()) {
            consumer.seekToBeginning(partitions);
        } else {
            ends.forEach(consumer::seek);
        }
        boolean behind = true;
        while (!isStopped(Duration.ZERO)) {
            if (behind && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                behind = false;
                target.caughtUp();
            }
            ConsumerRecords<String, byte[]> records = consumer.poll(behind ? Duration.ofMillis(50) : POLL);
            records.forEach(target::take);
            if (!behind && !records.isEmpty() && records.count() < ConsumerConfig.DEFAULT_MAX_POLL_RECORDS) {
                isStopped(target.gather());
            }
        }
    }

    private boolean isStopped(Duration patience) {
        try {
            return stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends the reader within one poll. */
    void stop() {
        stopped.countDown();
    }
}
