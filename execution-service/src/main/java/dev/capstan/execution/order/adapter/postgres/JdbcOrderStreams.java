package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.execution.order.application.OpenStreams;
import dev.capstan.execution.order.application.OrderSignals;
import dev.capstan.execution.order.application.OrderStreams;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.turns.Turns;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Streams as rows of {@code order_stream}, locked for the transaction. */
final class JdbcOrderStreams implements OrderStreams {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Outbox outbox;
    private final EventJson json;
    private final Ids ids;
    private final Clock clock;
    private final OrderSignals signals;
    private final Timer holdTime;
    private final Turns<StreamKey> turns = new Turns<>();

    JdbcOrderStreams(
            JdbcClient jdbc,
            Transactions transactions,
            Outbox outbox,
            EventJson json,
            Ids ids,
            Clock clock,
            OrderSignals signals,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.signals = signals;
        this.holdTime = Timer.builder("order.stream.hold")
                .description("How long a transaction held the row of an order stream")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public <T> T in(Collection<StreamKey> keys, Function<OpenStreams, T> work) {
        AtomicReference<JdbcOpenStreams> opened = new AtomicReference<>();
        SortedSet<StreamKey> sorted = new TreeSet<>(keys);
        T result = turns.inTurn(
                sorted,
                () -> transactions.call(() -> {
                    JdbcOpenStreams streams = new JdbcOpenStreams(jdbc, json, ids, clock, lock(sorted));
                    opened.set(streams);
                    T given = work.apply(streams);
                    outbox.append(streams.messages());
                    return given;
                }));
        JdbcOpenStreams streams = opened.get();
        holdTime.record(streams.held());
        streams.changed().forEach(signals::changed);
        return result;
    }

    private SortedMap<StreamKey, Long> lock(SortedSet<StreamKey> keys) {
        SortedMap<StreamKey, Long> numbers = new TreeMap<>();
        keys.forEach(key -> numbers.put(key, lock(key)));
        return numbers;
    }

    private long lock(StreamKey key) {
        return jdbc.sql("SELECT last_number FROM order_stream WHERE account_id = ? AND instrument_id = ? FOR UPDATE")
                .param(key.accountId().value())
                .param(key.instrumentId().text())
                .query(Long.class)
                .optional()
                .orElseGet(() -> create(key));
    }

    /** Another transaction may create it first: then the insert waits for it, does nothing, and the row is there to be locked. */
    private long create(StreamKey key) {
        jdbc.sql("INSERT INTO order_stream (account_id, instrument_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(key.accountId().value())
                .param(key.instrumentId().text())
                .update();
        return lock(key);
    }
}
