package dev.capstan.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.testing.KitDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxWakeIT {

    private final AtomicInteger wakes = new AtomicInteger();

    @Test
    void wakesTheRelayOnceForATransactionAndNotForWhatCanWait() {
        try (KitDatabase database = KitDatabase.fresh()) {
            Outbox outbox = OutboxForTests.over(
                    database.dataSource(), new EventJson(JsonDialect.mapper()), wakes::incrementAndGet);

            database.transactions().run(() -> outbox.append(List.of(message(true), message(true))));
            assertThat(wakes).hasValue(0);

            database.transactions().run(() -> outbox.append(List.of(message(true), message(false))));
            assertThat(wakes).hasValue(1);
            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM outbox")
                            .query(Long.class)
                            .single())
                    .isEqualTo(4);
        }
    }

    private static OutboxMessage message(boolean canWait) {
        return new OutboxMessage("topic", "key", UUID.randomUUID(), "Sample.v1", Instant.EPOCH, 1L, canWait);
    }
}
