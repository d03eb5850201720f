package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Databases, schemas and roles. A schema belongs to its owner role, which runs the migrations; the role of the schema's own name has
 * rights on data alone; nobody has rights on another's schema. Every call may be repeated.
 */
public final class Databases {

    private Databases() {}

    /** The passwords of a schema's two roles. */
    public record SchemaPasswords(String owner, String service) {

        @Override
        public String toString() {
            return "two passwords";
        }
    }

    /** Makes a database with the schemas of our services. */
    public static void createWithSchemas(PostgresAdmin server, String database, Map<String, SchemaPasswords> schemas) {
        try {
            try (Connection admin = server.connect("postgres")) {
                createDatabase(admin, database);
                for (Map.Entry<String, SchemaPasswords> schema : schemas.entrySet()) {
                    createRole(admin, owner(schema.getKey()), schema.getValue().owner());
                    createRole(admin, schema.getKey(), schema.getValue().service());
                    execute(admin, "ALTER ROLE %s SET search_path = %s", owner(schema.getKey()), schema.getKey());
                    execute(
                            admin,
                            "GRANT CONNECT ON DATABASE %s TO %s, %s",
                            database,
                            owner(schema.getKey()),
                            schema.getKey());
                }
            }
            createSchemas(server, database, schemas.keySet());
        } catch (SQLException e) {
            throw new LaunchFailure("cannot make database " + database + ": " + e.getMessage(), e);
        }
    }

    /** Makes a database that belongs to a role of its own. */
    public static void createOwned(PostgresAdmin server, String database, String password) {
        try (Connection admin = server.connect("postgres")) {
            createDatabase(admin, database);
            createRole(admin, database, password);
            execute(admin, "ALTER DATABASE %s OWNER TO %s", database, database);
        } catch (SQLException e) {
            throw new LaunchFailure("cannot make database " + database + ": " + e.getMessage(), e);
        }
    }

    private static void createSchemas(PostgresAdmin server, String database, Iterable<String> schemas)
            throws SQLException {
        try (Connection admin = server.connect(database)) {
            execute(admin, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
            for (String schema : schemas) {
                String owner = owner(schema);
                execute(admin, "CREATE SCHEMA IF NOT EXISTS %s AUTHORIZATION %s", schema, owner);
                execute(admin, "GRANT USAGE ON SCHEMA %s TO %s", schema, schema);
                String grant = "ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA %s GRANT ";
                execute(admin, grant + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO %s", owner, schema, schema);
                execute(admin, grant + "USAGE, SELECT ON SEQUENCES TO %s", owner, schema, schema);
            }
        }
    }

    /** PostgreSQL knows no CREATE DATABASE IF NOT EXISTS, and a killed launcher may have come this far before. */
    private static void createDatabase(Connection admin, String database) throws SQLException {
        if (!exists(admin, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            execute(admin, "CREATE DATABASE %s", database);
        }
        execute(admin, "REVOKE CONNECT ON DATABASE %s FROM PUBLIC", database);
    }

    private static void createRole(Connection admin, String role, String password) throws SQLException {
        if (!exists(admin, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            execute(admin, "CREATE ROLE %s LOGIN", role);
        }
        if (!password.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("expected a password of letters, digits, _ and -");
        }
        try (Statement statement = admin.createStatement()) {
            statement.execute("ALTER ROLE " + identifier(role) + " PASSWORD '" + password + "'");
        }
    }

    private static boolean exists(Connection admin, String query, String name) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    static void execute(Connection admin, String template, Object... identifiers) throws SQLException {
        Object[] checked = new Object[identifiers.length];
        for (int i = 0; i < identifiers.length; i++) {
            checked[i] = identifier(identifiers[i].toString());
        }
        try (Statement statement = admin.createStatement()) {
            statement.execute(template.formatted(checked));
        }
    }

    static String owner(String schema) {
        return schema + "_owner";
    }

    private static String identifier(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("expected a lower-case identifier, got: " + name);
        }
        return name;
    }
}
