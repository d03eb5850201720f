package dev.capstan.kit.outbox.relay;

import static dev.capstan.kit.outbox.relay.RelayFixture.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.capstan.kit.correlation.Correlation;
import dev.capstan.kit.outbox.CompactedStates;
import dev.capstan.kit.outbox.OutboxMessage;
import dev.capstan.kit.testing.TestTopic;
import dev.capstan.kit.tracing.Traces;
import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.component.ComponentRun;
import dev.capstan.launcher.component.KafkaServer;
import dev.capstan.launcher.process.Ports;
import dev.capstan.launcher.process.Signal;
import dev.capstan.launcher.testing.TestStack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Test
    void publishesWhatWasCommittedAndNothingElse() {
        try (RelayFixture fixture = shared()) {
            TestTopic topic = topic();
            RelayFixture.Running relay = fixture.start("sample-1").started();
            try (Correlation.Scope _ = Correlation.open("corr-1")) {
                fixture.transactions.run(() ->
                        relay.outbox().append(List.of(message(topic.name(), "k", 1), message(topic.name(), "k", 2))));
            }
            assertThatThrownBy(() -> fixture.transactions.run(() -> {
                        relay.outbox().append(message(topic.name(), "k", 99));
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
            fixture.transactions.run(() -> relay.outbox().append(message(topic.name(), "k", 3)));

            List<ConsumerRecord<String, byte[]>> read = topic.readUntil(all -> all.size() >= 3, LIMIT);
            assertThat(numbers(read)).isEqualTo(Map.of("k", List.of(1L, 2L, 3L)));
            assertThat(header(read.getFirst(), "ce_type")).isEqualTo("Sample.v1");
            assertThat(header(read.getFirst(), "ce_source")).isEqualTo("/sample-service");
            assertThat(header(read.getFirst(), "ce_time")).isEqualTo("2026-11-20T09:30:00.000000Z");
            assertThat(header(read.getFirst(), "ce_id")).hasSize(36);
            assertThat(header(read.getFirst(), "capstan-correlation-id")).isEqualTo("corr-1");
            await().until(() -> fixture.pending() == 0);
        }
    }

    @Test
    void aRecordBelongsToTheTraceOfItsTransaction() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        try (RelayFixture fixture = shared()) {
            TestTopic topic = topic();
            RelayFixture.Running relay = fixture.start("sample-1").started();
            Traces.within(
                    trace, () -> fixture.transactions.run(() -> relay.outbox().append(message(topic.name(), "k", 1))));
            fixture.transactions.run(() -> relay.outbox().append(message(topic.name(), "k", 2)));

            List<ConsumerRecord<String, byte[]>> read = topic.readUntil(all -> all.size() >= 2, LIMIT);
            assertThat(header(read.getFirst(), "traceparent")).isEqualTo(trace);
            assertThat(read.getLast().headers().lastHeader("traceparent")).isNull();
        }
    }

    @Test
    void publishesWhatCanWaitWithItsNextLook() {
        try (RelayFixture fixture = shared()) {
            TestTopic topic = topic();
            RelayFixture.Running relay = fixture.start("sample-1").started();
            OutboxMessage prompt = message(topic.name(), "k", 1);
            OutboxMessage patient = new OutboxMessage(
                    topic.name(), "k", UUID.randomUUID(), prompt.type(), prompt.occurredAt(), 1, true);
            fixture.transactions.run(() -> relay.outbox().append(patient));
            assertThat(numbers(topic.readUntil(all -> !all.isEmpty(), LIMIT))).isEqualTo(Map.of("k", List.of(1L)));
        }
    }

    @Test
    void refusesToAppendWithoutATransaction() {
        try (RelayFixture fixture = shared()) {
            assertThatThrownBy(() -> fixture.start("sample-1").outbox().append(message("t", "k", 1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void twoRelaysShareTheBucketsAndAThirdTakesOverFromOneThatIsGone() throws Exception {
        try (RelayFixture fixture = shared()) {
            TestTopic topic = topic();
            RelayFixture.Running one = fixture.start("sample-1").started();
            RelayFixture.Running two = fixture.start("sample-2").started();
            await().until(() ->
                    one.leases().held().size() == 16 && two.leases().held().size() == 16);

            try (Load load = new Load(fixture, topic.name(), 8, 250, () -> one)) {
                await().until(() -> load.written() > 500);
                two.lifecycle().stop();
                RelayFixture.Running three = fixture.start("sample-3").started();
                await().until(() -> three.leases().held().size() == 16);
                load.join();
                assertComplete(topic, load.keys(), 250);
            }
            await().until(() -> fixture.pending() == 0);
        }
    }

    @Test
    void repeatsButNeverLosesWhatWasSentAndNotDeletedByARelayThatDied() {
        try (RelayFixture fixture = shared()) {
            TestTopic topic = topic();
            RelayFixture.Running dying = fixture.start("sample-1");
            dying.leases().renew();
            for (long number = 1; number <= 20; number++) {
                long n = number;
                fixture.transactions.run(() -> dying.outbox().append(message(topic.name(), "k" + n % 3, n)));
            }
            // Sends and never deletes, as a process killed between the acknowledgement and the delete.
            Thread sending = Thread.ofPlatform().start(dying.relay()::sendLoop);
            topic.readUntil(
                    all -> {
                        // It lives until all is sent, however long that takes.
                        dying.leases().renew();
                        return all.size() >= 20;
                    },
                    LIMIT);
            dying.relay().stop();
            assertThat(fixture.pending()).isEqualTo(20);

            fixture.start("sample-2").started();
            List<ConsumerRecord<String, byte[]>> read = topic.readUntil(all -> all.size() >= 40, LIMIT);
            assertThat(read).hasSize(40);
            firstNumbers(read)
                    .values()
                    .forEach(list -> assertThat(list).isSorted().doesNotHaveDuplicates());
            await().until(() -> fixture.pending() == 0 && !sending.isAlive());
        }
    }

    @Test
    void aRecordThatKafkaRefusesHoldsBackItsOwnKeyOnly() {
        try (RelayFixture fixture = shared()) {
            TestTopic topic = topic();
            RelayFixture.Running relay = fixture.start("sample-1").started();
            fixture.transactions.run(() -> relay.outbox()
                    .append(List.of(
                            new dev.capstan.kit.outbox.OutboxMessage(
                                    topic.name(),
                                    "large",
                                    java.util.UUID.randomUUID(),
                                    "Sample.v1",
                                    java.time.Instant.EPOCH,
                                    "x".repeat(1_200_000)),
                            message(topic.name(), "large", 2),
                            message(topic.name(), "small", 1))));
            fixture.transactions.run(() -> relay.outbox().append(message(topic.name(), "small", 2)));

            List<ConsumerRecord<String, byte[]>> read = topic.readUntil(all -> all.size() >= 2, LIMIT);
            assertThat(numbers(read)).isEqualTo(Map.of("small", List.of(1L, 2L)));
            await().until(() -> fixture.pending() == 2);
        }
    }

    @Test
    void keepsOrderPerKeyThroughABrokerThatIsKilledAndComesBack(@TempDir Path folder) throws Exception {
        KafkaServer server = new KafkaServer(
                        ComponentCache.ofUser(line -> {}),
                        folder,
                        folder.resolve("kafka.log"),
                        Ports.free(),
                        Ports.free())
                .shortLived();
        ComponentRun first = ComponentRun.start(server);
        try (RelayFixture fixture = new RelayFixture(server.bootstrapServers())) {
            TestTopic topic = TestTopic.make(server.bootstrapServers(), 4);
            RelayFixture.Running one = fixture.start("sample-1").started();
            fixture.start("sample-2").started();
            try (Load load = new Load(fixture, topic.name(), 6, 400, () -> one)) {
                await().until(() -> load.written() > 300);
                first.process().end(Signal.KILL, Duration.ofSeconds(5));
                await().until(() -> load.written() > 900);
                try (ComponentRun second = ComponentRun.start(server)) {
                    load.join();
                    assertComplete(topic, load.keys(), 400);
                    assertThat(second.process().isAlive()).isTrue();
                    await().until(() -> fixture.pending() == 0);
                }
            }
        } finally {
            first.close();
        }
    }

    @Test
    void publishesStatesAtTakeoverAndFromTimeToTimeFromOneProcess() {
        try (RelayFixture fixture = shared()) {
            TestTopic topic = topic();
            CompactedStates states = () -> List.of(message(topic.name(), "state", 7));
            fixture.start("sample-1", states).started();
            await().until(() -> fixture.jdbc
                            .sql("SELECT count(*) FROM outbox_bucket WHERE owner = 'sample-1'")
                            .query(Long.class)
                            .single()
                    == 32);
            int before = topic.readUntil(all -> all.size() >= 1, LIMIT).size();
            // Two more rounds of 2 s come from one process alone.
            List<ConsumerRecord<String, byte[]>> read = topic.readUntil(all -> all.size() >= before + 2, LIMIT);
            assertThat(read).hasSizeGreaterThanOrEqualTo(before + 2);
        }
    }

    private static RelayFixture shared() {
        return new RelayFixture(TestStack.shared().bootstrapServers());
    }

    private static TestTopic topic() {
        return TestTopic.make(TestStack.shared().bootstrapServers(), 4);
    }

    private static void assertComplete(TestTopic topic, List<String> keys, long perKey) {
        List<Long> expected = LongStream.rangeClosed(1, perKey).boxed().toList();
        List<ConsumerRecord<String, byte[]>> read = topic.readUntil(
                all -> all.size() >= keys.size() * perKey
                        && firstNumbers(all).values().stream()
                                        .mapToInt(List::size)
                                        .sum()
                                >= keys.size() * perKey,
                LIMIT);
        Map<String, List<Long>> firsts = firstNumbers(read);
        assertThat(firsts.keySet()).containsExactlyInAnyOrderElementsOf(keys);
        firsts.forEach((key, numbers) -> assertThat(numbers).as(key).isEqualTo(expected));
    }

    private static Map<String, List<Long>> numbers(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<Long>> numbers = new LinkedHashMap<>();
        records.forEach(one -> numbers.computeIfAbsent(one.key(), _ -> new ArrayList<>())
                .add(Long.parseLong(new String(one.value(), StandardCharsets.UTF_8))));
        return numbers;
    }

    /** Without repeats, as a consumer that remembers sees them. */
    private static Map<String, List<Long>> firstNumbers(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<Long>> numbers = numbers(records);
        numbers.replaceAll((_, list) -> list.stream().distinct().toList());
        return numbers;
    }

    private static String header(ConsumerRecord<String, byte[]> one, String name) {
        return new String(one.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Writers that append consecutive numbers, each to a key of its own. */
    private static final class Load implements AutoCloseable {

        private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        private final List<Future<?>> writers = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final CountDownLatch begin = new CountDownLatch(1);
        private final java.util.concurrent.atomic.AtomicLong written = new java.util.concurrent.atomic.AtomicLong();

        Load(RelayFixture fixture, String topic, int writerCount, long perKey, Supplier<RelayFixture.Running> relay) {
            for (int i = 0; i < writerCount; i++) {
                String key = "key-" + i;
                keys.add(key);
                writers.add(executor.submit(() -> {
                    begin.await();
                    for (long number = 1; number <= perKey; number++) {
                        long n = number;
                        fixture.transactions.run(() -> relay.get().outbox().append(message(topic, key, n)));
                        written.incrementAndGet();
                    }
                    return null;
                }));
            }
            begin.countDown();
        }

        List<String> keys() {
            return keys;
        }

        long written() {
            return written.get();
        }

        void join() throws Exception {
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }
}
