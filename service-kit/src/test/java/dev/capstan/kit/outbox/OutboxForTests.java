package dev.capstan.kit.outbox;

import dev.capstan.kit.json.EventJson;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The real thing without an application context. */
public final class OutboxForTests {

    private OutboxForTests() {}

    public static Outbox over(DataSource dataSource, EventJson json, RelaySignal relay) {
        return new JdbcOutbox(new JdbcTemplate(dataSource), json, relay);
    }

    public static RawRecords rawOver(DataSource dataSource, EventJson json) {
        return new JdbcOutbox(new JdbcTemplate(dataSource), json, () -> {});
    }
}
