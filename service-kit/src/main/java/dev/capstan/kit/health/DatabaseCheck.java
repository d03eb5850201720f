package dev.capstan.kit.health;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

final class DatabaseCheck implements HealthCheck {

    private final JdbcClient jdbc;

    DatabaseCheck(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Result check() {
        jdbc.sql("SELECT 1").query(Integer.class).single();
        return Result.up();
    }
}
