package dev.capstan.launcher.component;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The superuser of a PostgreSQL. */
public record PostgresAdmin(String host, int port, String password) {

    /** Of one on this machine. */
    public PostgresAdmin(int port, String password) {
        this("127.0.0.1", port, password);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
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
        return "postgres at " + host + ":" + port;
    }
}
