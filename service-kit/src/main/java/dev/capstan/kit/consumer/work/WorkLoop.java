package dev.capstan.kit.consumer.work;

import dev.capstan.kit.failure.Infrastructure;
import dev.capstan.kit.kafka.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One member of one group, in a thread of its own. */
final class WorkLoop implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);
    private static final int MAX_RECORDS = 500;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration POLL_WHILE_PAUSED = Duration.ofMillis(50);
    private static final Duration COMMIT_EVERY = Duration.ofMillis(500);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(1);
    private static final Duration AFTER_BROKEN_CLIENT = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final BatchTarget target;
    private final Duration gather;
    private final Retry retry = new Retry();
    private final Progress progress = new Progress();
    private boolean joined;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * A member of the group of {@code target}.
     *
     * @param gather see {@link WorkSettings}
     */
    WorkLoop(KafkaClients clients, BatchTarget target, Duration gather) {
        this.clients = clients;
        this.target = target;
        this.gather = gather;
    }

    String name() {
        return target.consumerName();
    }

    /** How far it has got. */
    Progress progress() {
        return progress;
    }

    /** Why nothing is applied at the moment. */
    Optional<String> trouble() {
        return retry.trouble();
    }

    @Override
    public void run() {
        while (!isStopping(Duration.ZERO)) {
            try (Consumer<String, byte[]> consumer = clients.groupMember(target.consumerName(), MAX_RECORDS)) {
                consumer.subscribe(List.of(target.topic()), new Rebalance(consumer));
                consume(consumer);
            } catch (KafkaException e) {
                log.error("{} joins its group anew: {}", name(), e.getMessage());
                joined = false;
                progress.leaves();
                isStopping(AFTER_BROKEN_CLIENT);
            }
        }
        ended.countDown();
    }

    private void consume(Consumer<String, byte[]> consumer) {
        retry.reset();
        Offsets offsets = new Offsets(consumer);
        while (!isStopping(Duration.ZERO)) {
            offsets.commitWhenDue();
            if (retry.isDue()) {
                consumer.resume(consumer.paused());
            }
            ConsumerRecords<String, byte[]> records = consumer.poll(retry.isWaiting() ? POLL_WHILE_PAUSED : POLL);
            if (!records.isEmpty()) {
                if (applied(consumer, records)) {
                    offsets.moved();
                    progress.applied(records.count());
                }
            }
            if (joined && (!records.isEmpty() || !progress.isPlaced())) {
                progress.stands(consumer.assignment(), partition -> position(consumer, partition));
            }
            if (!records.isEmpty() && records.count() < MAX_RECORDS) {
                isStopping(gather);
            }
        }
        // Only saves work for whoever goes on; without it records come again and are recognised.
        consumer.commitSync(LAST_COMMIT);
    }

    /** Null in the moment between getting a partition and hearing where the group stands in it. */
    private static @Nullable Long position(Consumer<String, byte[]> consumer, TopicPartition partition) {
        try {
            return consumer.position(partition, Duration.ZERO);
        } catch (TimeoutException e) {
            return null;
        }
    }

    private boolean applied(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        try {
            target.apply(inOrder(records));
            retry.reset();
            return true;
        } catch (RuntimeException e) {
            String reason = String.valueOf(e.getMessage());
            if (Infrastructure.isAway(e)) {
                log.warn("{} pauses, its {} records come again: {}", name(), records.count(), reason);
            } else {
                log.error("{} pauses, its {} records come again", name(), records.count(), e);
            }
            for (TopicPartition partition : records.partitions()) {
                consumer.seek(partition, records.records(partition).getFirst().offset());
            }
            consumer.pause(consumer.assignment());
            retry.failed(reason);
            return false;
        }
    }

    private static List<ConsumerRecord<String, byte[]>> inOrder(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(records.count());
        records.forEach(all::add);
        return all;
    }

    private boolean isStopping(Duration patience) {
        try {
            return stopping.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Asks the loop to end after the batch it works on. */
    void stop() {
        stopping.countDown();
    }

    boolean awaitEnd(Duration limit) throws InterruptedException {
        return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is applied is remembered with its effect, so these only save repeats: a few commits a second are enough. */
    private static final class Offsets {

        private final Consumer<String, byte[]> consumer;
        private boolean moved;
        private long committedNanos = System.nanoTime();

        Offsets(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        void moved() {
            moved = true;
        }

        void commitWhenDue() {
            if (moved && System.nanoTime() - committedNanos >= COMMIT_EVERY.toNanos()) {
                consumer.commitAsync();
                moved = false;
                committedNanos = System.nanoTime();
            }
        }
    }

    /** Runs inside a poll, when no record is being worked on: what the positions say is applied. */
    private final class Rebalance implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        Rebalance(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            joined = false;
            progress.leaves();
            try {
                consumer.commitSync(LAST_COMMIT);
            } catch (KafkaException e) {
                log.info("{} gives partitions away without a commit: {}", name(), e.getMessage());
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            joined = true;
            progress.leaves();
            if (retry.isWaiting()) {
                consumer.pause(partitions);
            }
        }
    }
}
