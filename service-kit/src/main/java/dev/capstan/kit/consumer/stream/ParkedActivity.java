package dev.capstan.kit.consumer.stream;

import dev.capstan.kit.activity.ActivitySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys whose events wait for an operator: nothing moves, and yet not everything has had its effect. */
final class ParkedActivity implements ActivitySource {

    private final JdbcClient jdbc;

    ParkedActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "parked";
    }

    @Override
    public Work look() {
        return new Work(
                jdbc.sql("SELECT count(*) FROM stream_position WHERE parked_at IS NOT NULL")
                        .query(Long.class)
                        .single(),
                0);
    }
}
