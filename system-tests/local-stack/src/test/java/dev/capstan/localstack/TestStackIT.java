package dev.capstan.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.Topics;
import dev.capstan.launcher.testing.TestDatabase;
import dev.capstan.launcher.testing.TestStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

class TestStackIT {

    private static final TestStack STACK = TestStack.shared();
    private static final TestDatabase DATABASE = STACK.freshDatabase("execution", "risk");

    @Test
    void ownerMakesTablesThatTheServiceMayFillButNotChange() throws SQLException {
        try (Connection owner = owner("execution");
                Connection service = service("execution")) {
            run(owner, "CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY, text text)");
            run(service, "INSERT INTO orders (text) VALUES ('one')");
            assertThat(count(service, "SELECT count(*) FROM orders")).isEqualTo(1);
            assertThatThrownBy(() -> run(service, "DROP TABLE orders")).hasMessageContaining("must be owner");
            assertThatThrownBy(() -> run(service, "CREATE TABLE more (id bigint)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void nobodyReadsAnothersSchema() throws SQLException {
        try (Connection owner = owner("risk");
                Connection stranger = service("execution")) {
            run(owner, "CREATE TABLE limits (id bigint)");
            assertThatThrownBy(() -> run(stranger, "SELECT * FROM risk.limits"))
                    .hasMessageContaining("permission denied for schema risk");
        }
    }

    @Test
    void commitsAreDurable() throws SQLException {
        try (Connection service = service("execution")) {
            assertThat(text(service, "SHOW fsync")).isEqualTo("on");
            assertThat(text(service, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(service, "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void databasesOfOneTemplateShareNothing() throws SQLException {
        TestDatabase other = STACK.freshDatabase("execution", "risk");
        try (Connection mine = owner("execution");
                Connection theirs = DriverManager.getConnection(
                        other.jdbcUrl(), other.owner("execution"), other.ownerPassword("execution"))) {
            run(mine, "CREATE TABLE only_mine (id bigint)");
            assertThatThrownBy(() -> run(theirs, "SELECT * FROM only_mine")).hasMessageContaining("does not exist");
        }
    }

    @Test
    void everyTopicAndDeadLetterTopicExists() throws Exception {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, STACK.bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.all().stream().map(Topics.Topic::name).toList())
                    .contains(Topics.ORDER_EVENTS + Topics.DEAD_LETTER_SUFFIX);
        }
    }

    @Test
    void joiningAgainFindsTheSameServers() {
        assertThat(TestStack.shared().bootstrapServers()).isEqualTo(STACK.bootstrapServers());
    }

    private static Connection owner(String schema) throws SQLException {
        return DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.owner(schema), DATABASE.ownerPassword(schema));
    }

    private static Connection service(String schema) throws SQLException {
        return DriverManager.getConnection(DATABASE.jdbcUrl(), schema, DATABASE.password(schema));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }
}
