package dev.capstan.bench.pipeline;

import dev.capstan.bench.figures.Durations;
import dev.capstan.bench.figures.OpenLoop;
import dev.capstan.bench.figures.Percentiles;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Measures the commit-to-last-consumer time of two chained hops at a fixed rate. */
public final class BarePipeline {

    private static final String FIRST_TOPIC = "bench.bare.first";
    private static final String SECOND_TOPIC = "bench.bare.second";
    private static final int KEYS = 4;
    private static final int CONNECTIONS = 4;
    /** About as large as an order event. */
    private static final int PAYLOAD_BYTES = 1_000;

    private final PipelineSettings settings;

    public BarePipeline(PipelineSettings settings) {
        this.settings = settings;
    }

    /** Runs for {@code length} at {@code perSecond} and tells the time from the moment the first insert was due to the last consumer's poll. */
    public Percentiles measure(double perSecond, Duration length) throws Exception {
        prepare();
        int calls = (int) (perSecond * length.toMillis() / 1_000);
        Durations total = new Durations();
        CountDownLatch arrived = new CountDownLatch(calls);
        try (Hop first = hop("first_outbox", FIRST_TOPIC);
                Hop second = hop("second_outbox", SECOND_TOPIC);
                Consuming middle = new Consuming(settings.bootstrapServers(), FIRST_TOPIC, effect(second));
                Consuming last = new Consuming(settings.bootstrapServers(), SECOND_TOPIC, (key, payload) -> {
                    total.add(System.nanoTime() - ByteBuffer.wrap(payload).getLong());
                    arrived.countDown();
                })) {
            middle.awaitAssigned();
            last.awaitAssigned();
            insertAll(perSecond, calls, first);
            if (!arrived.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "bare pipeline lost " + arrived.getCount() + " of " + calls + " records");
            }
        }
        return total.percentiles();
    }

    private void insertAll(double perSecond, int calls, Hop first) throws Exception {
        BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(connect());
        }
        OpenLoop.run(perSecond, calls, Duration.ofSeconds(20), (index, due) -> insert(connections, index, due, first));
        for (Connection connection : connections) {
            connection.close();
        }
    }

    private static void insert(BlockingQueue<Connection> connections, int index, long due, Hop first) {
        byte[] payload = new byte[PAYLOAD_BYTES];
        ByteBuffer.wrap(payload).putLong(due);
        try {
            Connection connection = connections.take();
            try {
                insertRows(connection, "first", "key-" + index % KEYS, payload);
            } finally {
                connections.add(connection);
            }
            first.wake();
        } catch (SQLException failure) {
            throw new IllegalStateException("bare insert", failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Consuming.Effect effect(Hop second) throws SQLException {
        Connection connection = connect();
        return (key, payload) -> {
            insertRows(connection, "second", new String(key, StandardCharsets.UTF_8), payload);
            second.wake();
        };
    }

    /** Effect and outbox row in one statement, which commits by itself. */
    private static void insertRows(Connection connection, String hop, String key, byte[] payload) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("WITH effect AS (INSERT INTO bench." + hop
                + "_effect (key, payload) VALUES (?, ?)) INSERT INTO bench." + hop
                + "_outbox (key, payload) VALUES (?, ?)")) {
            insert.setString(1, key);
            insert.setBytes(2, payload);
            insert.setString(3, key);
            insert.setBytes(4, payload);
            insert.executeUpdate();
        }
    }

    private Hop hop(String table, String topic) throws SQLException {
        return new Hop(table, topic, connect(), BareClients.producer(settings.bootstrapServers()));
    }

    private void prepare() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "DO $$ BEGIN IF to_regnamespace('bench') IS NULL THEN CREATE SCHEMA bench; END IF; END $$");
            for (String table : List.of("first_effect", "second_effect", "first_outbox", "second_outbox")) {
                statement.execute("DROP TABLE IF EXISTS bench." + table);
                statement.execute(
                        "CREATE TABLE bench." + table
                                + " (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key text NOT NULL, payload bytea NOT NULL)");
            }
        }
        try (Admin admin = Admin.create(java.util.Map.of("bootstrap.servers", settings.bootstrapServers()))) {
            var known = admin.listTopics().names().get();
            admin.createTopics(List.of(FIRST_TOPIC, SECOND_TOPIC).stream()
                            .filter(topic -> !known.contains(topic))
                            .map(topic -> new NewTopic(topic, KEYS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
    }
}
