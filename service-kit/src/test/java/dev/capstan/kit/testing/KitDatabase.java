package dev.capstan.kit.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.jdbc.TransactionsForTests;
import dev.capstan.launcher.testing.TestDatabase;
import dev.capstan.launcher.testing.TestStack;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh database with the kit's tables, used as a service uses it and without an application context. */
public final class KitDatabase implements AutoCloseable {

    private static final String SCHEMA = "sample";

    private final HikariDataSource dataSource;

    private KitDatabase(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Also migrates {@code moreLocations}. */
    public static KitDatabase fresh(String... moreLocations) {
        TestDatabase database = TestStack.shared().freshDatabase(SCHEMA);
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(SCHEMA), database.ownerPassword(SCHEMA))
                .schemas(SCHEMA)
                .locations(Stream.concat(Stream.of("classpath:db/kit"), Stream.of(moreLocations))
                        .toArray(String[]::new))
                .placeholders(Map.of("app_role", SCHEMA, "app_schema", SCHEMA))
                .load()
                .migrate();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(SCHEMA);
        config.setPassword(database.password(SCHEMA));
        config.addDataSourceProperty("currentSchema", SCHEMA);
        return new KitDatabase(new HikariDataSource(config));
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public Transactions transactions() {
        return TransactionsForTests.over(dataSource);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
