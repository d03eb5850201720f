package dev.capstan.strategy.run.adapter.postgres;

import dev.capstan.strategy.run.application.RunLeases;
import dev.capstan.strategy.run.domain.RunId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leases by the database's clock. They are taken in one order, so that two replicas that take them at once only wait for each other. */
@Repository
class JdbcRunLeases implements RunLeases {

    private static final String HOLD = """
            INSERT INTO run_leases (run_id, replica, lease_until)
            SELECT r.id, :replica, clock_timestamp() + :lease * interval '1 millisecond'
              FROM strategy_runs r
             WHERE r.status = 'RUNNING'
                OR EXISTS (SELECT FROM run_intents i WHERE i.run_id = r.id AND i.state <> 'ENDED')
             ORDER BY r.id
            ON CONFLICT (run_id) DO UPDATE
               SET replica = excluded.replica, lease_until = excluded.lease_until, updated_at = clock_timestamp()
             WHERE run_leases.replica = excluded.replica OR run_leases.lease_until < clock_timestamp()""";

    private static final String HELD = """
            SELECT r.id FROM strategy_runs r JOIN run_leases l ON l.run_id = r.id
             WHERE l.replica = :replica AND l.lease_until > clock_timestamp()""";

    private static final String DUE = HELD + """

             AND ((r.status = 'RUNNING' AND r.known_candle > r.last_candle)
                  OR EXISTS (SELECT FROM run_intents i
                              WHERE i.run_id = r.id AND i.state IN ('PENDING', 'SENT') AND i.due_at <= :now))""";

    private final JdbcClient jdbc;

    JdbcRunLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void hold(String replica, Duration lease) {
        jdbc.sql(HOLD)
                .param("replica", replica)
                .param("lease", lease.toMillis())
                .update();
    }

    @Override
    public void release(String replica) {
        jdbc.sql(
                        "UPDATE run_leases SET lease_until = '-infinity', updated_at = clock_timestamp() WHERE replica = :replica")
                .param("replica", replica)
                .update();
    }

    @Override
    public List<RunId> due(String replica, Instant now) {
        return jdbc.sql(DUE)
                .param("replica", replica)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new RunId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public List<RunId> goingOn(String replica) {
        return jdbc.sql(HELD + " AND r.status = 'RUNNING'")
                .param("replica", replica)
                .query((row, _) -> new RunId(row.getObject("id", UUID.class)))
                .list();
    }
}
