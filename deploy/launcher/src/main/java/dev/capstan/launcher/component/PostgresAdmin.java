package dev.capstan.launcher.component;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The superuser of a PostgreSQL on this machine. */
public record PostgresAdmin(int port, String password) {

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection that gives up after a few seconds. */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("loginTimeout", "5");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    /** The password must not reach a log by way of this record. */
    @Override
    public String toString() {
        return "postgres on port " + port;
    }
}
