package dev.capstan.strategy.run.adapter.config;

import dev.capstan.strategy.run.domain.RunStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the runs of all replicas are, as the database says it when it is asked; every replica says the same. */
final class RunGauges implements MeterBinder {

    private static final String OF_STATUS = "SELECT count(*) FROM strategy_runs WHERE status = :status";

    private static final String BEHIND = """
            SELECT COALESCE(max(extract(epoch FROM known_candle - last_candle) * 1000 / (spec ->> 'intervalMillis')::bigint), 0)
              FROM strategy_runs WHERE status = 'RUNNING'""";

    private static final String OLDEST_ATTEMPT = """
            SELECT COALESCE(extract(epoch FROM clock_timestamp() - min(created_at)), 0) FROM run_intents WHERE state <> 'ENDED'""";

    private final JdbcClient jdbc;

    RunGauges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (RunStatus status : RunStatus.values()) {
            Gauge.builder("capstan.strategy.runs", () -> count(status))
                    .description("Runs of all processes")
                    .tag("status", status.name())
                    .register(registry);
        }
        Gauge.builder("capstan.strategy.candles.behind", () -> number(BEHIND))
                .description("Candles that are over and not taken, of the run that is furthest behind")
                .register(registry);
        Gauge.builder("capstan.strategy.attempt.oldest.seconds", () -> number(OLDEST_ATTEMPT))
                .description("Age of the oldest attempt to trade that is not over")
                .register(registry);
    }

    private double count(RunStatus status) {
        return jdbc.sql(OF_STATUS)
                .param("status", status.name())
                .query(Double.class)
                .single();
    }

    private double number(String sql) {
        return jdbc.sql(sql).query(Double.class).single();
    }
}
