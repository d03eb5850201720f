package dev.capstan.kit.consumer.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.kit.kafka.KafkaClients;
import dev.capstan.kit.settings.SettingsForTests;
import dev.capstan.kit.testing.TestTopic;
import dev.capstan.launcher.testing.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class WorkLoopIT {

    private static final String SERVERS = TestStack.shared().bootstrapServers();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final TestTopic topic = TestTopic.make(SERVERS, 4);
    private final Recording target = new Recording("group-" + UUID.randomUUID(), topic.name());
    private final List<WorkLoop> loops = new ArrayList<>();

    @AfterEach
    void stop() {
        loops.forEach(WorkLoop::stop);
        await().atMost(LIMIT).until(() -> {
            for (WorkLoop loop : loops) {
                if (!loop.awaitEnd(Duration.ofSeconds(1))) {
                    return false;
                }
            }
            return true;
        });
    }

    @Test
    void triesABatchAgainUntilInfrastructureIsBackAndLosesNothing() {
        target.failures.set(4);
        WorkLoop loop = start("sample-1");
        send(1, 50);

        await().atMost(LIMIT).until(() -> loop.trouble().isPresent());
        assertThat(loop.trouble()).hasValue("database is away");
        await().atMost(LIMIT).until(() -> target.distinct().size() == 50);
        await().atMost(LIMIT).until(() -> loop.trouble().isEmpty());
        assertThat(target.inOrderPerKey()).isTrue();
    }

    @Test
    void sharesPartitionsAndGoesOnWhenAMemberStops() throws Exception {
        WorkLoop one = start("sample-1");
        WorkLoop two = start("sample-2");
        send(1, 100);
        await().atMost(LIMIT).until(() -> target.distinct().size() == 100);

        one.stop();
        assertThat(one.awaitEnd(Duration.ofSeconds(5))).isTrue();
        send(101, 200);
        // A member that stopped is given some time to come back; then the other has all partitions.
        await().atMost(LIMIT).until(() -> target.distinct().size() == 200);
        assertThat(two.trouble()).isEmpty();
    }

    @Test
    void aRestartedInstanceGoesOnAtOnceWithoutWaitingForItsFormerSelf() throws Exception {
        WorkLoop first = start("sample-1");
        send(1, 20);
        await().atMost(LIMIT).until(() -> target.distinct().size() == 20);
        first.stop();
        assertThat(first.awaitEnd(Duration.ofSeconds(5))).isTrue();

        start("sample-1");
        send(21, 40);
        await().atMost(Duration.ofSeconds(8)).until(() -> target.distinct().size() == 40);
    }

    private WorkLoop start(String instance) {
        KafkaClients clients = new KafkaClients(SettingsForTests.bound(
                Map.of("capstan.instance-id", instance, "capstan.kafka.bootstrap-servers", SERVERS)));
        WorkLoop loop = new WorkLoop(clients, target, Duration.ZERO);
        loops.add(loop);
        Thread.ofPlatform().daemon().start(loop);
        return loop;
    }

    private void send(int from, int to) {
        KafkaClients clients =
                new KafkaClients(SettingsForTests.bound(Map.of("capstan.kafka.bootstrap-servers", SERVERS)));
        try (Producer<String, byte[]> producer = clients.producer("test", 10_000)) {
            IntStream.rangeClosed(from, to).forEach(number -> {
                var _ = producer.send(new ProducerRecord<>(
                        topic.name(),
                        "key-" + number % 7,
                        String.valueOf(number).getBytes(StandardCharsets.UTF_8)));
            });
        }
    }

    private static final class Recording implements BatchTarget {

        private final String group;
        private final String topic;
        private final List<String> applied = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();

        Recording(String group, String topic) {
            this.group = group;
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
            if (failures.getAndDecrement() > 0) {
                throw new DataAccessResourceFailureException("database is away");
            }
            records.forEach(one -> applied.add(one.key() + "=" + new String(one.value(), StandardCharsets.UTF_8)));
        }

        Set<String> distinct() {
            return new HashSet<>(applied);
        }

        boolean inOrderPerKey() {
            Map<String, List<Integer>> numbers = new java.util.HashMap<>();
            applied.stream().distinct().forEach(one -> {
                String[] parts = one.split("=");
                numbers.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(Integer.parseInt(parts[1]));
            });
            return numbers.values().stream()
                    .allMatch(list -> list.equals(list.stream().sorted().toList()));
        }
    }
}
