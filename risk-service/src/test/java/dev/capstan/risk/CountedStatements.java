package dev.capstan.risk;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what is sent to the database: each statement is a round trip. */
public final class CountedStatements implements JdbcClient {

    private final JdbcClient jdbc;
    private final AtomicInteger sent = new AtomicInteger();

    CountedStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public StatementSpec sql(String sql) {
        sent.incrementAndGet();
        return jdbc.sql(sql);
    }

    /** How many statements were sent while {@code work} ran. */
    public int during(Runnable work) {
        int before = sent.get();
        work.run();
        return sent.get() - before;
    }
}
