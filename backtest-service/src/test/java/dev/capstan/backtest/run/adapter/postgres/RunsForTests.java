package dev.capstan.backtest.run.adapter.postgres;

import dev.capstan.backtest.run.application.Runs;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.testing.KitDatabase;

/** The stored runs without an application context. */
public final class RunsForTests {

    private RunsForTests() {}

    public static KitDatabase database() {
        return KitDatabase.fresh("classpath:db/migration");
    }

    public static Runs in(KitDatabase database) {
        return new JdbcRuns(database.jdbc(), database.transactions(), new EventJson(JsonDialect.mapper()));
    }
}
