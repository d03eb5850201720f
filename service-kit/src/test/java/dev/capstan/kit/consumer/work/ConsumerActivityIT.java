package dev.capstan.kit.consumer.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.kit.activity.ActivitySource.Work;
import dev.capstan.kit.kafka.KafkaClients;
import dev.capstan.kit.settings.SettingsForTests;
import dev.capstan.kit.testing.TestTopic;
import dev.capstan.launcher.testing.TestStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsumerActivityIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String servers = TestStack.shared().bootstrapServers();
    private final TestTopic topic = TestTopic.make(servers, 2);
    private final KafkaClients clients = new KafkaClients(SettingsForTests.bound(
            Map.of("capstan.instance-id", "sample-1", "capstan.kafka.bootstrap-servers", servers)));
    private final Slow target = new Slow(topic.name());
    private final WorkLoop loop = new WorkLoop(clients, target, Duration.ZERO);
    private final ConsumerActivity activity = new ConsumerActivity(() -> List.of(loop), clients);

    @AfterEach
    void stop() {
        loop.stop();
        target.turns.release(1_000);
        activity.destroy();
    }

    @Test
    void countsWhatKafkaHasAndNobodyAppliedYet() {
        send(3);
        assertThat(activity.look().pending()).as("it has not joined its group").isPositive();
        Thread.ofPlatform().daemon().start(loop);

        await().atMost(LIMIT).until(() -> target.turns.hasQueuedThreads());
        assertThat(activity.look().pending()).as("it is at its first batch").isPositive();
        assertThat(activity.look().done()).isZero();

        target.turns.release(1_000);
        await().atMost(LIMIT).until(() -> activity.look().equals(new Work(0, 3)));

        target.turns.drainPermits();
        send(2);
        assertThat(activity.look()).as("also before it is fetched").isEqualTo(new Work(2, 3));
    }

    private void send(int count) {
        try (Producer<String, byte[]> producer = clients.producer("test", 10_000)) {
            for (int number = 0; number < count; number++) {
                var _ = producer.send(new ProducerRecord<>(topic.name(), 0, "key", new byte[] {1}));
            }
        }
    }

    /** Applies what it is given leave for. */
    private static final class Slow implements BatchTarget {

        private final String group = "group-" + UUID.randomUUID();
        private final String topic;
        private final Semaphore turns = new Semaphore(0);

        Slow(String topic) {
            this.topic = topic;
        }

        @Override
        public String consumerName() {
            return group;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public void apply(List<ConsumerRecord<String, byte[]>> records) {
            try {
                if (!turns.tryAcquire(records.size(), 30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody gave leave");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
