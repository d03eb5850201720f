package dev.capstan.kit.consumer.deadletter;

import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.outbox.OutboxForTests;
import dev.capstan.kit.testing.KitDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;

/** The real thing without an application context. */
public final class DeadLettersForTests {

    private DeadLettersForTests() {}

    public static DeadLetters over(KitDatabase database, MeterRegistry meters) {
        return new DeadLetters(
                rows(database),
                OutboxForTests.rawOver(database.dataSource(), new EventJson(JsonDialect.mapper())),
                database.transactions(),
                UUID::randomUUID,
                Clock.systemUTC(),
                meters);
    }

    public static DeadLetterRows rows(KitDatabase database) {
        return new DeadLetterRows(database.jdbc(), JsonDialect.mapper());
    }

    /** Replays everything; answers how many were applied. */
    public static int replayAll(KitDatabase database, Replayer replayer) {
        return new Replay(
                        rows(database),
                        database.transactions(),
                        () -> java.util.Map.of(replayer.consumerName(), replayer))
                .run(new DeadLetterRows.Filter("", "", ""))
                .replayed();
    }
}
