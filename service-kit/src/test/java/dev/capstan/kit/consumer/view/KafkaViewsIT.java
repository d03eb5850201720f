package dev.capstan.kit.consumer.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.kit.consumer.View;
import dev.capstan.kit.health.HealthCheck;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.kafka.KafkaClients;
import dev.capstan.kit.settings.SettingsForTests;
import dev.capstan.kit.testing.TestTopic;
import dev.capstan.launcher.testing.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaViewsIT {

    record State(String text, long version) {}

    private static final String SERVERS = TestStack.shared().bootstrapServers();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final KafkaClients clients =
            new KafkaClients(SettingsForTests.bound(Map.of("capstan.kafka.bootstrap-servers", SERVERS)));
    private final TestTopic topic = TestTopic.make(SERVERS, 3);
    private final EventJson json = new EventJson(JsonDialect.mapper());
    private volatile Duration ahead = Duration.ZERO;
    private final InstantSource source = () -> Instant.now().plus(ahead);
    private final KafkaViews views = new KafkaViews(clients, json, source.withZone(ZoneOffset.UTC));

    @AfterEach
    void stop() {
        views.stop();
    }

    @Test
    void readsEverythingBeforeItIsComplete() {
        for (int i = 0; i < 300; i++) {
            send("key-" + i, new State("s", 1), null);
        }
        View<State> view = views.follow(topic.name(), State.class, State::version);
        assertThat(view.isComplete()).isFalse();
        assertThat(views.check().status()).isEqualTo(HealthCheck.Status.DOWN);

        views.start();
        await().atMost(LIMIT).until(view::isComplete);
        assertThat(view.all()).hasSize(300);
        assertThat(views.check().status()).isEqualTo(HealthCheck.Status.UP);
    }

    @Test
    void keepsTheHighestVersionSkipsGarbageAndForgetsTombstones() {
        views.start();
        View<State> view = views.follow(topic.name(), State.class, State::version);
        send("k", new State("new", 7), null);
        send("k", new State("old", 6), null);
        sendBytes("k", "garbage".getBytes(StandardCharsets.UTF_8), null);
        send("gone", new State("x", 1), null);
        sendBytes("gone", null, null);
        send("last", new State("x", 1), null);

        await().atMost(LIMIT)
                .until(() -> view.get("last").isPresent() && view.get("gone").isEmpty());
        await().atMost(LIMIT).until(() -> view.get("k").isPresent());
        assertThat(view.get("k")).hasValue(new State("new", 7));
    }

    @Test
    void isStaleWhenNeverSeenOrNotRepublishedInTime() {
        views.start();
        View<State> view = views.follow(topic.name(), State.class, State::version);
        assertThat(view.isStale("k")).isTrue();
        send("k", new State("a", 1), null);
        send("old", new State("a", 1), Instant.now().minus(Duration.ofHours(1)));
        await().atMost(LIMIT)
                .until(() -> view.get("k").isPresent() && view.get("old").isPresent());
        assertThat(view.isStale("k")).isFalse();
        assertThat(view.isStale("old")).as("read just now, but sent long ago").isTrue();

        ahead = Duration.ofSeconds(91);
        assertThat(view.isStale("k")).isTrue();
        send("k", new State("a", 1), Instant.now().plus(ahead));
        await().atMost(LIMIT).until(() -> !view.isStale("k"));
    }

    @Test
    void tailsFromTheEndAndOutlivesAListenerThatFails() {
        send("k", new State("before", 1), null);
        List<String> seen = new CopyOnWriteArrayList<>();
        views.start();
        views.tail(topic.name(), State.class, state -> {
            seen.add(state.text());
            if (state.text().equals("bad")) {
                throw new IllegalStateException("listener");
            }
        });
        await().atMost(LIMIT).until(() -> {
            send("k", new State("after", 1), null);
            return !seen.isEmpty();
        });
        send("k", new State("bad", 1), null);
        send("k", new State("good", 1), null);
        await().atMost(LIMIT).until(() -> seen.contains("good"));
        assertThat(seen).doesNotContain("before");
    }

    private void send(String key, State state, @Nullable Instant at) {
        sendBytes(key, json.write(state), at);
    }

    private void sendBytes(String key, byte @Nullable [] value, @Nullable Instant at) {
        try (Producer<String, byte[]> producer = clients.producer("test", 10_000)) {
            var _ = producer.send(new ProducerRecord<String, byte[]>(
                    topic.name(), null, at == null ? Clock.systemUTC().millis() : at.toEpochMilli(), key, value));
        }
    }
}
