package dev.capstan.systemtests.dsl;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Deletes an outbox row now and then before anybody could send it, as no code of ours ever would: a trigger in the database of the test. The
 * consumers must notice the gap and fetch the event from execution.
 */
public final class LostRecords {

    private final Sql sql;

    public LostRecords(Sql sql) {
        this.sql = sql;
    }

    /**
     * Drops every {@code each}th order event of these accounts from now on, and notes its key and number. Of others: one that nobody trades on
     * any more would show no gap.
     */
    public void begin(int each, List<TradingAccount> accounts) {
        String keys = accounts.stream().map(TradingAccount::accountId).collect(Collectors.joining("|", "^(", ")"));
        sql.run("CREATE SCHEMA IF NOT EXISTS damage");
        sql.run("CREATE TABLE IF NOT EXISTS damage.lost (key text NOT NULL, number bigint NOT NULL)");
        sql.run("CREATE SEQUENCE IF NOT EXISTS damage.turn");
        sql.run("GRANT USAGE ON SCHEMA damage TO execution");
        sql.run("GRANT INSERT ON damage.lost TO execution");
        sql.run("GRANT USAGE ON SEQUENCE damage.turn TO execution");
        sql.run("""
                CREATE OR REPLACE FUNCTION damage.lose() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.topic = 'execution.order.events.v1' AND NEW.key ~ '%s' AND nextval('damage.turn') %% %d = 0 THEN
                        INSERT INTO damage.lost
                        VALUES (NEW.key, (convert_from(NEW.payload, 'UTF8')::json ->> 'number')::bigint);
                        RETURN NULL;
                    END IF;
                    RETURN NEW;
                END $$
                """.formatted(keys, each));
        sql.run("DROP TRIGGER IF EXISTS lose ON execution.outbox");
        sql.run("CREATE TRIGGER lose BEFORE INSERT ON execution.outbox FOR EACH ROW EXECUTE FUNCTION damage.lose()");
    }

    public void end() {
        sql.run("DROP TRIGGER IF EXISTS lose ON execution.outbox");
    }

    /** How many were lost so far. */
    public long lost() {
        return sql.number("SELECT count(*) FROM damage.lost");
    }

    /** How many of them a consumer has applied all the same. */
    public long repaired(String schema, String consumer) {
        return sql.number(
                "SELECT count(*) FROM damage.lost l JOIN " + schema
                        + ".stream_position p ON p.stream_key = l.key WHERE p.consumer = ? AND p.last_number >= l.number",
                consumer);
    }
}
