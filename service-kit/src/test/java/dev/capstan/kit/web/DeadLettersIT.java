package dev.capstan.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.kit.consumer.EventHandler;
import dev.capstan.kit.consumer.EventRuleViolation;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import dev.capstan.kit.sample.SampleApplication;
import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.ServiceUnderTest;
import dev.capstan.kit.testing.TestTokens;
import dev.capstan.kit.testing.TestTopic;
import dev.capstan.launcher.testing.TestStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A whole service: outbox to Kafka to consumer, and an operator who repairs. */
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(DeadLettersIT.Handlers.class)
class DeadLettersIT {

    private static final TestTopic TOPIC = TestTopic.make(TestStack.shared().bootstrapServers(), 3);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Outbox outbox;
    private final Transactions transactions;
    private final Notes notes;

    @LocalServerPort
    int port;

    @Autowired
    DeadLettersIT(Outbox outbox, Transactions transactions, Notes notes) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.notes = notes;
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        ServiceUnderTest.named("sample-service", "sample").register(registry);
    }

    record Note(String text) {}

    @TestConfiguration
    static class Handlers {

        @Bean
        Notes notes() {
            return new Notes();
        }
    }

    static final class Notes implements EventHandler<Note> {

        private final List<String> applied = new CopyOnWriteArrayList<>();
        private final Set<String> refused = ConcurrentHashMap.newKeySet();

        @Override
        public String consumerName() {
            return "sample-notes-" + TOPIC.name();
        }

        @Override
        public String topic() {
            return TOPIC.name();
        }

        @Override
        public Class<Note> payloadType() {
            return Note.class;
        }

        @Override
        public void apply(Note note, UUID eventId, Instant occurredAt) {
            if (refused.contains(note.text())) {
                throw new EventRuleViolation("refused");
            }
            applied.add(note.text());
        }
    }

    @Test
    void anOperatorSeesWhatWasPutAsideAndReplaysItInOrder() throws Exception {
        notes.refused.add("two");
        transactions.run(() -> outbox.append(List.of(message("one"), message("two"), message("three"))));
        await().atMost(LIMIT).until(() -> list().at("/items").size() == 2);

        assertThat(notes.applied).containsExactly("one");
        JsonNode first = list().at("/items/0");
        assertThat(first.at("/payload").asString()).isEqualTo("{\"text\":\"two\"}");
        assertThat(first.at("/reason").asString()).contains("refused");
        String path = "/internal/dead-letters/" + first.at("/id").asString();
        assertThat(call("GET", path, Role.SERVICE).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/internal/dead-letters/999999", Role.ADMIN).statusCode())
                .isEqualTo(404);
        assertThat(call("GET", path, Role.TRADER).statusCode()).isEqualTo(403);

        assertThat(call("POST", "/internal/dead-letters/replay", Role.ADMIN).body())
                .isEqualTo("{\"replayed\":0,\"remaining\":2}");
        notes.refused.clear();
        assertThat(call("POST", "/internal/dead-letters/replay", Role.ADMIN).body())
                .isEqualTo("{\"replayed\":2,\"remaining\":0}");
        assertThat(notes.applied).containsExactly("one", "two", "three");
        assertThat(call("GET", "/internal/parked", Role.ADMIN).body()).isEqualTo("{\"items\":[]}");
    }

    private JsonNode list() throws Exception {
        return JsonDialect.mapper()
                .readTree(call("GET", "/internal/dead-letters", Role.ADMIN).body());
    }

    private HttpResponse<String> call(String method, String path, Role role) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", TestTokens.shared().bearer("op", role))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static OutboxMessage message(String text) {
        return new OutboxMessage(TOPIC.name(), "k", UUID.randomUUID(), "Note.v1", Instant.EPOCH, new Note(text));
    }
}
