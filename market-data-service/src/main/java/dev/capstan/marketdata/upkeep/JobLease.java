package dev.capstan.marketdata.upkeep;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which replica does a job, decided by one row and the database's clock. */
final class JobLease {

    private static final Duration LENGTH = Duration.ofSeconds(30);

    private static final String TAKE = """
            INSERT INTO scheduled_job AS job (name, owner, lease_until, due_at)
            VALUES (:name, :owner, now() + CAST(:length AS interval), now() + CAST(:every AS interval))
            ON CONFLICT (name) DO UPDATE SET
                owner = excluded.owner, lease_until = excluded.lease_until, due_at = excluded.due_at,
                started_at = now(), ended_at = NULL
            WHERE job.due_at <= now() AND job.lease_until <= now()""";

    private static final String RENEW = """
            UPDATE scheduled_job SET lease_until = now() + CAST(:length AS interval)
             WHERE name = :name AND owner = :owner AND lease_until > now()""";

    private static final String END = """
            UPDATE scheduled_job SET lease_until = now(), ended_at = now()
             WHERE name = :name AND owner = :owner AND lease_until > now()""";

    private final JdbcClient jdbc;
    private final String owner;

    JobLease(JdbcClient jdbc, String owner) {
        this.jdbc = jdbc;
        this.owner = owner;
    }

    /** Takes the job if it is due and nobody does it; it is due again after {@code every}, whoever does it then. */
    boolean take(String name, Duration every) {
        return jdbc.sql(TAKE)
                        .param("name", name)
                        .param("owner", owner)
                        .param("length", LENGTH.toString())
                        .param("every", every.toString())
                        .update()
                == 1;
    }

    /** Goes on with it; false when it took too long and may be another's by now. */
    boolean renew(String name) {
        return jdbc.sql(RENEW)
                        .param("name", name)
                        .param("owner", owner)
                        .param("length", LENGTH.toString())
                        .update()
                == 1;
    }

    void end(String name) {
        jdbc.sql(END).param("name", name).param("owner", owner).update();
    }
}
