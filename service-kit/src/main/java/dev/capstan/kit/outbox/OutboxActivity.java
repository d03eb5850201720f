package dev.capstan.kit.outbox;

import dev.capstan.kit.activity.ActivitySource;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that were committed and are not yet known to be in Kafka, of all buckets and whoever leases them. */
final class OutboxActivity implements ActivitySource {

    private final JdbcClient jdbc;
    private final LongSupplier appended;

    /**
     * Of the whole table.
     *
     * @param appended how many records this process has ever appended
     */
    OutboxActivity(JdbcClient jdbc, LongSupplier appended) {
        this.jdbc = jdbc;
        this.appended = appended;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Work look() {
        long rows = jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
        return new Work(rows, appended.getAsLong());
    }
}
