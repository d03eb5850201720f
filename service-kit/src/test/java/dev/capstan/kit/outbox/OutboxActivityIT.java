package dev.capstan.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.kit.activity.ActivitySource.Work;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.testing.KitDatabase;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class OutboxActivityIT {

    private final KitDatabase database = KitDatabase.fresh();
    private final JdbcOutbox outbox =
            new JdbcOutbox(new JdbcTemplate(database.dataSource()), new EventJson(JsonDialect.mapper()), () -> {});
    private final OutboxActivity activity = new OutboxActivity(database.jdbc(), outbox::appended);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsRowsUntilTheyAreDeletedAndRecordsForEver() {
        assertThat(activity.look()).isEqualTo(Work.NONE);
        database.transactions().run(() -> {
            outbox.append(message("a"));
            outbox.append(message("b"));
        });
        assertThat(activity.look()).isEqualTo(new Work(2, 2));
        database.jdbc().sql("DELETE FROM outbox").update();
        assertThat(activity.look()).isEqualTo(new Work(0, 2));
    }

    @Test
    void aDatabaseThatIsAwayIsNoEmptyOutbox() {
        database.close();
        assertThatThrownBy(activity::look).isInstanceOf(RuntimeException.class);
    }

    private static OutboxMessage message(String key) {
        return new OutboxMessage(
                "topic", key, UUID.randomUUID(), "Sample.v1", Instant.parse("2026-11-20T09:30:00Z"), key);
    }
}
