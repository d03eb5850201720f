package dev.capstan.bench.pipeline;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** One outbox table and the relay that empties it: read by id, send all, wait, delete. Woken by a signal after each commit. */
final class Hop implements AutoCloseable {

    private static final int BATCH = 500;

    private final String table;
    private final String topic;
    private final Connection connection;
    private final Producer<byte[], byte[]> producer;
    private final Semaphore committed = new Semaphore(0);
    private final Thread relay;
    private volatile boolean open = true;

    Hop(String table, String topic, Connection connection, Producer<byte[], byte[]> producer) {
        this.table = table;
        this.topic = topic;
        this.connection = connection;
        this.producer = producer;
        this.relay = Thread.ofPlatform().name("bare-relay-" + table).start(this::relay);
    }

    /** To be called after the commit of a row in this hop's table. */
    void wake() {
        committed.release();
    }

    private void relay() {
        try (Statement settings = connection.createStatement()) {
            // As the services' relay has it: a delete that is lost is a record sent again.
            settings.execute("SET synchronous_commit = off");
            while (open) {
                if (committed.tryAcquire(20, TimeUnit.MILLISECONDS)) {
                    committed.drainPermits();
                }
                while (open && publishOneBatch() == BATCH) {
                    Thread.onSpinWait();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (SQLException | java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException("bare relay of " + table, failure);
        }
    }

    private int publishOneBatch() throws SQLException, InterruptedException, java.util.concurrent.ExecutionException {
        List<Long> ids = new ArrayList<>();
        List<Future<RecordMetadata>> sends = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(
                        "SELECT id, key, payload FROM bench." + table + " ORDER BY id LIMIT " + BATCH);
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
                byte[] key = rows.getString(2).getBytes(StandardCharsets.UTF_8);
                sends.add(producer.send(new ProducerRecord<>(topic, key, rows.getBytes(3))));
            }
        }
        for (Future<RecordMetadata> send : sends) {
            send.get();
        }
        delete(ids);
        return ids.size();
    }

    private void delete(List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM bench." + table + " WHERE id = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        open = false;
        try {
            relay.join(2_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
