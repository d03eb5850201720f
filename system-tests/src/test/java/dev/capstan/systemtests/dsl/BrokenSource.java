package dev.capstan.systemtests.dsl;

/**
 * Makes an event break a rule where it is kept, as a bug of ours could: what a consumer fetches again is as wrong as what it was sent. A
 * trigger in the database of the test; {@link #mend} puts the right event back, as whoever corrects such a bug would.
 */
public final class BrokenSource {

    private final Sql sql;

    public BrokenSource(Sql sql) {
        this.sql = sql;
    }

    /** The next fill of the account in the instrument says that nothing was filled, of an order larger than it is. */
    public void breaksTheNextFill(TradingAccount account, String instrumentId) {
        sql.run("CREATE SCHEMA IF NOT EXISTS damage");
        sql.run("CREATE TABLE IF NOT EXISTS damage.broken (event_id uuid PRIMARY KEY, payload bytea NOT NULL)");
        sql.run("""
                CREATE OR REPLACE FUNCTION damage.wrong(good bytea) RETURNS bytea LANGUAGE sql AS $$
                    SELECT convert_to(
                        regexp_replace(
                            regexp_replace(convert_from(good, 'UTF8'), '"lastQuantity" *: *"[^"]*"', '"lastQuantity":"0"'),
                            '"filledQuantity" *: *"[^"]*"', '"filledQuantity":"999999"'),
                        'UTF8')
                $$""");
        sql.run("""
                CREATE OR REPLACE FUNCTION damage.spoil_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                    IF NEW.account_id = '%s' AND NEW.instrument_id = '%s' AND NEW.type = 'OrderFilled'
                            AND NOT EXISTS (SELECT FROM damage.broken) THEN
                        INSERT INTO damage.broken VALUES (NEW.event_id, NEW.payload);
                        NEW.payload := damage.wrong(NEW.payload);
                    END IF;
                    RETURN NEW;
                END $$
                """.formatted(account.accountId(), instrumentId));
        sql.run("""
                CREATE OR REPLACE FUNCTION damage.spoil_sent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                    IF EXISTS (SELECT FROM damage.broken WHERE event_id = NEW.event_id) THEN
                        NEW.payload := damage.wrong(NEW.payload);
                    END IF;
                    RETURN NEW;
                END $$
                """);
        sql.run("CREATE OR REPLACE TRIGGER spoil_kept BEFORE INSERT ON execution.order_event "
                + "FOR EACH ROW EXECUTE FUNCTION damage.spoil_kept()");
        sql.run("CREATE OR REPLACE TRIGGER spoil_sent BEFORE INSERT ON execution.outbox "
                + "FOR EACH ROW EXECUTE FUNCTION damage.spoil_sent()");
    }

    /** Whether it happened. */
    public boolean isBroken() {
        return sql.number("SELECT count(*) FROM damage.broken") > 0;
    }

    /** The event as it should have been. */
    public void mend() {
        sql.run("DROP TRIGGER IF EXISTS spoil_kept ON execution.order_event");
        sql.run("DROP TRIGGER IF EXISTS spoil_sent ON execution.outbox");
        sql.run(
                "UPDATE execution.order_event e SET payload = b.payload FROM damage.broken b WHERE e.event_id = b.event_id");
        sql.run("DELETE FROM damage.broken");
    }
}
