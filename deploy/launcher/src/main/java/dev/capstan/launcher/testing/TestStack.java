package dev.capstan.launcher.testing;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.Databases;
import dev.capstan.launcher.component.Databases.SchemaPasswords;
import dev.capstan.launcher.component.PostgresAdmin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL and the Kafka that all integration tests of a Maven run share. */
public final class TestStack {

    static final String JOIN_LOCK = "join.lock";

    private static @Nullable TestStack shared;

    private final Path folder;
    private final StackState state;

    private TestStack(Path folder, StackState state) {
        this.folder = folder;
        this.state = state;
    }

    /** The stack of this run, started now if nobody did before. */
    public static synchronized TestStack shared() {
        TestStack known = shared;
        if (known == null) {
            known = join(repository().resolve("target").resolve("test-stack"));
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
        // Roles and templates are common to all test JVMs of the run.
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

    /** The folder Maven runs from: the nearest above that holds {@code .mvn}. */
    private static Path repository() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new LaunchFailure("no folder with .mvn above " + start + "; integration tests run inside the repository");
    }
}
