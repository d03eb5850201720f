package dev.capstan.kit.consumer.stream;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.alert.Alerts;
import dev.capstan.kit.consumer.Delivered;
import dev.capstan.kit.consumer.EventRuleViolation;
import dev.capstan.kit.consumer.OrderEventHandler;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.consumer.deadletter.DeadLetters;
import dev.capstan.kit.consumer.deadletter.DeadLettersForTests;
import dev.capstan.kit.correlation.Correlation;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.security.ServiceClients;
import dev.capstan.kit.testing.KitDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** A consumer of order events that books their numbers, with execution at its side. */
final class StreamFixture implements AutoCloseable, OrderEventHandler {

    static final String CONSUMER = "sample-ledger";

    /** A record that tells this breaks a rule. */
    static final String REFUSED_DETAIL = "refuse me";

    final KitDatabase database = KitDatabase.fresh("classpath:db/kit-sample");
    final FakeExecution execution = new FakeExecution();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<String> alerts = new CopyOnWriteArrayList<>();
    final List<String> parkings = new CopyOnWriteArrayList<>();
    /** The numbers of each call to {@link #applyAll}, in the order of calls. */
    final List<List<Long>> batches = new CopyOnWriteArrayList<>();
    /** What was current while a number was applied. */
    final Map<Long, String> correlationIds = new ConcurrentHashMap<>();
    /** Numbers that break a rule, by key. */
    final Map<StreamKey, Set<Long>> broken = new ConcurrentHashMap<>();

    /** Numbers that have no effect here, of any key. */
    final Set<Long> unconcerned = new HashSet<>();

    final StreamConsumer consumer;
    final StreamPositions positions;

    private final JdbcClient jdbc = database.jdbc();
    private final EventJson json = new EventJson(JsonDialect.mapper());
    private final AtomicLong offset = new AtomicLong();

    StreamFixture() throws IOException {
        Alerts recording = (code, subject, _, detail) -> alerts.add(code + " " + subject + " " + detail);
        PositionRows rows = new PositionRows(new JdbcTemplate(database.dataSource()), CONSUMER);
        StreamMetrics metrics = new StreamMetrics(meters, CONSUMER);
        StreamApplier applier = new StreamApplier(this, rows, database.transactions(), recording, metrics);
        ServiceClients clients = _ -> RestClient.create(execution.url());
        StreamRepair repair = new StreamRepair(rows, applier, new StreamSource(clients, json), json);
        DeadLetters deadLetters = DeadLettersForTests.over(database, meters);
        consumer = new StreamConsumer(CONSUMER, applier, repair, deadLetters, json, metrics, new KeyWorkers(4));
        NumberedStream stream = new NumberedStream(rows, repair, consumer);
        positions = new JdbcStreamPositions(() -> Map.of(CONSUMER, stream), Duration.ZERO);
    }

    @Override
    public String consumerName() {
        return CONSUMER;
    }

    @Override
    public boolean concerns(OrderEvent event) {
        return !unconcerned.contains(event.number());
    }

    @Override
    public void applyAll(List<Delivered> batch) {
        batches.add(batch.stream().map(Delivered::number).toList());
        OrderEventHandler.super.applyAll(batch);
    }

    @Override
    public void apply(OrderEvent event) {
        correlationIds.put(event.number(), String.valueOf(Correlation.current()));
        if (REFUSED_DETAIL.equals(event.detail())
                || broken.getOrDefault(event.streamKey(), Set.of()).contains(event.number())) {
            throw new EventRuleViolation("number " + event.number() + " breaks a rule");
        }
        jdbc.sql("INSERT INTO effect (stream_key, number) VALUES (:key, :number)")
                .param("key", event.streamKey().text())
                .param("number", event.number())
                .update();
    }

    @Override
    public void parkingChanged(StreamKey key, boolean parked) {
        parkings.add(key + " " + parked);
    }

    /** What was booked, in the order it was. */
    List<Long> effects(StreamKey key) {
        return jdbc.sql("SELECT number FROM effect WHERE stream_key = :key ORDER BY id")
                .param("key", key.text())
                .query((row, _) -> row.getLong("number"))
                .list();
    }

    long deadLetters() {
        return jdbc.sql("SELECT count(*) FROM dead_letter").query(Long.class).single();
    }

    long copies() {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE topic LIKE '%.dlt'")
                .query(Long.class)
                .single();
    }

    /** Events that execution has and Kafka delivers. */
    List<OrderEvent> happened(StreamKey key, long from, long to) {
        List<OrderEvent> events = new ArrayList<>();
        for (long number = from; number <= to; number++) {
            events.add(OrderEvents.event(key, number));
        }
        execution.knows(events);
        return events;
    }

    void deliver(List<OrderEvent> events) {
        consumer.apply(events.stream()
                .map(event -> message(event.streamKey().text(), json.write(event)))
                .toList());
    }

    void deliver(OrderEvent... events) {
        deliver(List.of(events));
    }

    void deliverGarbage(String key, String payload) {
        consumer.apply(List.of(message(key, payload.getBytes(StandardCharsets.UTF_8))));
    }

    /** Delivers each with the correlation id {@code c<number>}. */
    void deliverCorrelated(List<OrderEvent> events) {
        consumer.apply(events.stream().map(this::correlated).toList());
    }

    private ConsumerRecord<String, byte[]> correlated(OrderEvent event) {
        ConsumerRecord<String, byte[]> message = message(event.streamKey().text(), json.write(event));
        message.headers().add(Correlation.KAFKA_HEADER, ("c" + event.number()).getBytes(StandardCharsets.UTF_8));
        return message;
    }

    private ConsumerRecord<String, byte[]> message(String key, byte[] payload) {
        return new ConsumerRecord<>(Topics.ORDER_EVENTS, 0, offset.incrementAndGet(), key, payload);
    }

    double counter(String name) {
        return meters.get(name).counter().count();
    }

    @Override
    public void close() {
        execution.close();
        database.close();
    }
}
