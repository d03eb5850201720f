package dev.capstan.risk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.capstan.launcher.testing.TestDatabase;
import dev.capstan.launcher.testing.TestStack;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One database of the real PostgreSQL for all tests of this JVM. They use accounts of their own, so they share it. */
public final class RiskDatabase {

    private static final String SCHEMA = "risk";
    private static final TestDatabase DATABASE = migrated(TestStack.shared().freshDatabase(SCHEMA));
    private static final JdbcClient SESSION = JdbcClient.create((DataSource) connect("test"));

    private RiskDatabase() {}

    /** A pool of the service's own role, which may do no more than in production. */
    public static HikariDataSource connect(String applicationName) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(DATABASE.jdbcUrl());
        config.setUsername(SCHEMA);
        config.setPassword(DATABASE.password(SCHEMA));
        config.setMaximumPoolSize(6);
        config.addDataSourceProperty("currentSchema", SCHEMA);
        config.addDataSourceProperty("ApplicationName", applicationName);
        return new HikariDataSource(config);
    }

    /** A session beside the replicas, to look and to break things. */
    public static JdbcClient session() {
        return SESSION;
    }

    private static TestDatabase migrated(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(SCHEMA), database.ownerPassword(SCHEMA))
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .placeholders(Map.of("app_role", SCHEMA, "app_schema", SCHEMA))
                .locations("classpath:db/kit", "classpath:db/migration")
                .load()
                .migrate();
        return database;
    }
}
