package dev.capstan.kit.jdbc;

import dev.capstan.kit.settings.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Migrates as soon as the database lets us in. A database that is still starting is waited for; one that refuses our user is a setting to
 * correct.
 */
final class PatientMigration implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(PatientMigration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Override
    public void migrate(Flyway flyway) {
        awaitDatabase(flyway);
        flyway.migrate();
    }

    private static void awaitDatabase(Flyway flyway) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection =
                    flyway.getConfiguration().getDataSource().getConnection()) {
                log.debug("Database {} answers", connection.getMetaData().getURL());
                return;
            } catch (SQLException e) {
                refuseWhenPermanent(e);
                if (System.nanoTime() > deadline) {
                    throw new StartRefused("the database does not answer for " + PATIENCE.toSeconds()
                            + " s at capstan.database.url = '"
                            + flyway.getConfiguration().getUrl() + "': " + e.getMessage());
                }
                log.warn(
                        "Database does not answer yet, trying again every {} s: {}", PAUSE.toSeconds(), e.getMessage());
                pause();
            }
        }
    }

    /** 28xxx: user or password; 3D000: no such database. Waiting does not heal those. */
    private static void refuseWhenPermanent(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            throw new StartRefused(
                    "the database refuses the owner of capstan.schema, see capstan.database.owner-password: "
                            + e.getMessage());
        }
        if (state.equals("3D000")) {
            throw new StartRefused("capstan.database.url names a database that does not exist: " + e.getMessage());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("stopped while waiting for the database");
        }
    }
}
