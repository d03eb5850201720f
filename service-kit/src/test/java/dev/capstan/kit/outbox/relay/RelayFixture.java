package dev.capstan.kit.outbox.relay;

import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.kafka.KafkaClients;
import dev.capstan.kit.outbox.CompactedStates;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxForTests;
import dev.capstan.kit.outbox.OutboxMessage;
import dev.capstan.kit.settings.CapstanSettings;
import dev.capstan.kit.settings.SettingsForTests;
import dev.capstan.kit.testing.KitDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with the kit's tables and as many relays over it as a test wants. */
final class RelayFixture implements AutoCloseable {

    private final KitDatabase database;
    final JdbcClient jdbc;
    final Transactions transactions;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final String bootstrapServers;
    private final List<RelayLifecycle> lifecycles = new ArrayList<>();

    RelayFixture(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        database = KitDatabase.fresh();
        jdbc = database.jdbc();
        transactions = database.transactions();
    }

    /** One relay as a process would run it; it dies only by {@link RelayLifecycle#stop} or with the fixture. */
    Running start(String instance, CompactedStates... states) {
        RelaySettings settings = new RelaySettings(
                Duration.ofSeconds(2),
                Duration.ofMillis(300),
                Duration.ofMillis(200),
                Duration.ofMillis(20),
                Duration.ofMillis(4),
                500,
                2000,
                Duration.ofSeconds(2));
        OutboxRows rows = new OutboxRows(jdbc, JsonDialect.mapper());
        BucketLeases leases = new BucketLeases(jdbc, transactions, instance, settings.lease());
        RelayMetrics metrics = new RelayMetrics(meters, Clock.systemUTC());
        KafkaClients clients = new KafkaClients(settingsOf(instance));
        Relay relay = new Relay(
                rows,
                leases,
                settings,
                metrics,
                outcome -> new RecordSender(clients, "sample-service", settings.deliveryTimeoutMillis(), outcome));
        Outbox outbox = OutboxForTests.over(database.dataSource(), new EventJson(JsonDialect.mapper()), relay);
        StateRepublisher republisher =
                new StateRepublisher(List.of(states), outbox, transactions, settings.republishEvery());
        RelayLifecycle lifecycle = new RelayLifecycle(relay, leases, rows, republisher, metrics, settings);
        lifecycles.add(lifecycle);
        return new Running(relay, leases, lifecycle, outbox);
    }

    private CapstanSettings settingsOf(String instance) {
        return SettingsForTests.bound(
                Map.of("capstan.instance-id", instance, "capstan.kafka.bootstrap-servers", bootstrapServers));
    }

    /** A relay and the outbox that wakes it. */
    record Running(Relay relay, BucketLeases leases, RelayLifecycle lifecycle, Outbox outbox) {

        Running started() {
            lifecycle.start();
            return this;
        }
    }

    static OutboxMessage message(String topic, String key, long number) {
        return new OutboxMessage(
                topic, key, UUID.randomUUID(), "Sample.v1", Instant.parse("2026-11-20T09:30:00Z"), number);
    }

    long pending() {
        return jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }

    @Override
    public void close() {
        lifecycles.stream().filter(RelayLifecycle::isRunning).forEach(RelayLifecycle::stop);
        database.close();
    }
}
