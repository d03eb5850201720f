package dev.capstan.strategy.run.adapter.postgres;

import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.testing.KitDatabase;
import dev.capstan.strategy.run.application.LiveRuns;
import dev.capstan.strategy.run.application.RunLeases;
import dev.capstan.strategy.run.application.RunRecord;
import dev.capstan.strategy.run.application.RunSignals;
import dev.capstan.trading.strategy.StrategyKinds;
import java.time.Clock;

/** The stored runs without an application context. */
public final class RunsForTests {

    private RunsForTests() {}

    public static KitDatabase database() {
        return KitDatabase.fresh("classpath:db/migration");
    }

    public static LiveRuns in(KitDatabase database, StrategyKinds kinds, RunSignals signals, Clock clock) {
        return new JdbcLiveRuns(
                database.jdbc(), database.transactions(), new EventJson(JsonDialect.mapper()), kinds, signals, clock);
    }

    public static RunLeases leasesIn(KitDatabase database) {
        return new JdbcRunLeases(database.jdbc());
    }

    public static RunRecord recordIn(KitDatabase database) {
        return new JdbcRunRecord(database.jdbc());
    }
}
