package dev.capstan.launcher.testing;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.Databases;
import dev.capstan.launcher.component.Databases.SchemaPasswords;
import dev.capstan.launcher.component.PostgresAdmin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL and the Kafka that all integration tests of a module share, and no other module: two may be tested at a time. */
public final class TestStack {

    static final String JOIN_LOCK = "join.lock";

    private static @Nullable TestStack shared;

    private final Path folder;
    private final StackState state;

    private TestStack(Path folder, StackState state) {
        this.folder = folder;
        this.state = state;
    }

    /** The stack of this module, started now if nobody did before. */
    public static synchronized TestStack shared() {
        TestStack known = shared;
        if (known == null) {
            known = join(Path.of("target", "test-stack").toAbsolutePath());
            shared = known;
        }
        return known;
    }

    /** Where Kafka listens. */
    public String bootstrapServers() {
        return "127.0.0.1:" + state.kafkaPort();
    }

    /** A new database with these schemas and their roles, without tables. */
    public synchronized TestDatabase freshDatabase(String... schemas) {
        Map<String, SchemaPasswords> sorted = new TreeMap<>();
        Arrays.stream(schemas)
                .forEach(schema ->
                        sorted.put(schema, new SchemaPasswords(TestDatabase.PASSWORD, TestDatabase.PASSWORD)));
        String template = "template_" + String.join("_", sorted.keySet());
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        PostgresAdmin admin = new PostgresAdmin(state.postgresPort(), TestDatabase.PASSWORD);
        // Roles and templates are common to all test JVMs of the module.
        try (HostLock _ = HostLock.take(folder, "databases.lock")) {
            Databases.createWithSchemas(admin, template, sorted);
            clone(admin, template, name);
        }
        return new TestDatabase(name, admin.jdbcUrl(name), sorted.keySet());
    }

    private static void clone(PostgresAdmin admin, String template, String name) {
        try (Connection connection = admin.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException e) {
            throw new LaunchFailure("cannot clone " + template + ": " + e.getMessage(), e);
        }
    }

    static TestStack join(Path folder) {
        try (HostLock _ = HostLock.take(folder, JOIN_LOCK)) {
            new StackUsers(folder.resolve("users")).register();
            HostStart host = new HostStart(folder);
            return new TestStack(folder, host.running().orElseGet(host::start));
        }
    }
}
