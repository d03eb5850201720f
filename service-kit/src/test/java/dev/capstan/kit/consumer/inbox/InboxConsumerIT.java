package dev.capstan.kit.consumer.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.Topics;
import dev.capstan.kit.consumer.EventHandler;
import dev.capstan.kit.consumer.EventRuleViolation;
import dev.capstan.kit.consumer.deadletter.DeadLettersForTests;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.kafka.EventHeaders;
import dev.capstan.kit.testing.KitDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class InboxConsumerIT {

    record Note(String text) {}

    private final KitDatabase database = KitDatabase.fresh();
    private final EventJson json = new EventJson(JsonDialect.mapper());
    private final List<String> applied = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final List<String> alerts = new ArrayList<>();
    private final InboxApplier<Note> applier = new InboxApplier<>(new Notes(), database.jdbc(), json);
    private final InboxConsumer consumer = new InboxConsumer(
            applier,
            database.transactions(),
            DeadLettersForTests.rows(database),
            DeadLettersForTests.over(database, new SimpleMeterRegistry()),
            (code, subject, _, _) -> alerts.add(code + " " + subject));
    private boolean away;
    private long offset;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void appliesEachEventOnceHoweverOftenItComes() {
        ConsumerRecord<String, byte[]> one = message("k", "one");
        ConsumerRecord<String, byte[]> two = message("k", "two");
        consumer.apply(List.of(one, two, one));
        consumer.apply(List.of(two));

        assertThat(applied).containsExactly("one", "two");
    }

    @Test
    void keepsARefusedRecordAndWhatFollowsItAndReplaysThemInOrder() {
        refused.add("bad");
        consumer.apply(
                List.of(message("k", "good"), message("k", "bad"), message("other", "free"), message("k", "later")));

        assertThat(applied).containsExactly("good", "free");
        assertThat(alerts).containsExactly("DEAD_LETTER k");
        assertThat(DeadLettersForTests.replayAll(database, new InboxReplayer(applier)))
                .isZero();

        refused.clear();
        assertThat(DeadLettersForTests.replayAll(database, new InboxReplayer(applier)))
                .isEqualTo(2);
        assertThat(applied).containsExactly("good", "free", "bad", "later");

        consumer.apply(List.of(message("k", "after")));
        assertThat(applied).endsWith("after");
    }

    @Test
    void putsAsideWhatCannotBeReadOrRecognisedAndCopiesItForOthersToSee() {
        ConsumerRecord<String, byte[]> garbage = message("k", "x", "no json".getBytes(StandardCharsets.UTF_8));
        ConsumerRecord<String, byte[]> nameless = message("n", "unnamed");
        nameless.headers().remove("ce_id");
        consumer.apply(List.of(garbage, nameless));
        consumer.apply(List.of(garbage));

        assertThat(count("dead_letter")).isEqualTo(2);
        assertThat(database.jdbc()
                        .sql("SELECT topic FROM outbox")
                        .query(String.class)
                        .list())
                .containsOnly(Topics.BALANCE_EVENTS + Topics.DEAD_LETTER_SUFFIX);
    }

    @Test
    void leavesNothingBehindWhenInfrastructureIsAway() {
        away = true;
        ConsumerRecord<String, byte[]> one = message("k", "one");
        assertThatThrownBy(() -> consumer.apply(List.of(one))).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(count("inbox") + count("dead_letter")).isZero();

        away = false;
        consumer.apply(List.of(one));
        assertThat(applied).containsExactly("one");
    }

    @Test
    void forgetsWhatNoTopicHoldsAnyMore() {
        consumer.apply(List.of(message("k", "old"), message("k", "new")));
        database.jdbc()
                .sql(
                        "UPDATE inbox SET received_at = now() - interval '36 days' WHERE event_id = (SELECT min(event_id::text)::uuid FROM inbox)")
                .update();

        assertThat(new InboxPurge(database.jdbc()).purge()).isEqualTo(1);
        assertThat(count("inbox")).isEqualTo(1);
    }

    private long count(String table) {
        return database.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private ConsumerRecord<String, byte[]> message(String key, String text) {
        return message(key, text, json.write(new Note(text)));
    }

    private ConsumerRecord<String, byte[]> message(String key, String text, byte[] payload) {
        ConsumerRecord<String, byte[]> message = new ConsumerRecord<>(Topics.BALANCE_EVENTS, 0, ++offset, key, payload);
        EventHeaders.write(
                message.headers(),
                UUID.nameUUIDFromBytes((key + text + offset).getBytes(StandardCharsets.UTF_8)),
                "Note.v1",
                "sample",
                Instant.EPOCH,
                null);
        return message;
    }

    private final class Notes implements EventHandler<Note> {

        @Override
        public String consumerName() {
            return "sample-notes";
        }

        @Override
        public String topic() {
            return Topics.BALANCE_EVENTS;
        }

        @Override
        public Class<Note> payloadType() {
            return Note.class;
        }

        @Override
        public void apply(Note note, UUID eventId, Instant occurredAt) {
            if (away) {
                throw new DataAccessResourceFailureException("away");
            }
            if (refused.contains(note.text())) {
                throw new EventRuleViolation(note.text() + " breaks a rule");
            }
            applied.add(note.text());
        }
    }
}
