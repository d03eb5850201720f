package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.execution.order.application.OrderSignals;
import dev.capstan.kit.failure.Infrastructure;
import dev.capstan.kit.jdbc.RoundTrip;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.turns.SharedTurns;
import dev.capstan.kit.turns.Turns;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Transactions that hold rows of {@code order_stream}. A step costs three round trips: the lock with all that is asked behind it, all that
 * is written, and the commit. Steps that wait for one stream share them.
 */
final class StreamTransactions {

    private final JdbcOperations jdbc;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Function<SortedMap<StreamKey, Long>, JdbcOpenStreams> opening;
    private final Function<RoundTrip, StreamQuestions> asking;
    private final OrderSignals signals;
    private final Timer holdTime;
    private final DistributionSummary together;
    private final Turns<StreamKey> turns = new Turns<>();
    private final SharedTurns<StreamKey, StreamStep<?>> shared = new SharedTurns<>(StreamStep::together);

    StreamTransactions(
            JdbcOperations jdbc,
            Transactions transactions,
            Outbox outbox,
            Function<SortedMap<StreamKey, Long>, JdbcOpenStreams> opening,
            Function<RoundTrip, StreamQuestions> asking,
            OrderSignals signals,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
        this.opening = opening;
        this.asking = asking;
        this.signals = signals;
        this.holdTime = Timer.builder("order.stream.hold")
                .description("How long a transaction held the row of an order stream")
                .publishPercentileHistogram()
                .register(meters);
        this.together = DistributionSummary.builder("order.stream.steps")
                .description("How many orders' steps a transaction took together")
                .register(meters);
    }

    /** Takes the step, with others of its stream where they wait. */
    <T> T take(StreamStep<T> step) {
        shared.take(step.key(), step, steps -> serve(step.key(), steps));
        return step.result();
    }

    /** Runs {@code work} with all the streams locked. */
    <T> T in(Collection<StreamKey> keys, Function<JdbcOpenStreams, T> work) {
        SortedSet<StreamKey> sorted = new TreeSet<>(keys);
        return inTransaction(sorted, () -> {
            SortedMap<StreamKey, Long> numbers = new TreeMap<>();
            sorted.forEach(key -> numbers.put(key, ask(key, List.of()).number().only()));
            return new Opened<>(opening.apply(numbers), work);
        });
    }

    /**
     * When one of several fails, nothing of any is stored. Which one it was shows when each is taken alone, and the others do not suffer
     * for it. A database that is away fails them all: whether it has committed is not known then, and each caller asks again.
     */
    private void serve(StreamKey key, List<StreamStep<?>> steps) {
        if (steps.size() > 1) {
            try {
                commit(key, steps);
                return;
            } catch (RuntimeException e) {
                if (Infrastructure.isAway(e)) {
                    steps.forEach(step -> step.fail(e));
                    return;
                }
            }
        }
        steps.forEach(step -> serveAlone(key, step));
    }

    private void serveAlone(StreamKey key, StreamStep<?> step) {
        try {
            commit(key, List.of(step));
        } catch (RuntimeException e) {
            step.fail(e);
        }
    }

    private void commit(StreamKey key, List<StreamStep<?>> steps) {
        List<Runnable> committed = inTransaction(new TreeSet<>(List.of(key)), () -> {
            Asked asked = ask(key, steps);
            SortedMap<StreamKey, Long> numbers = new TreeMap<>();
            numbers.put(key, asked.number().only());
            return new Opened<>(
                    opening.apply(numbers),
                    open -> asked.works().stream().map(work -> work.apply(open)).toList());
        });
        committed.forEach(Runnable::run);
        together.record(steps.size());
    }

    /** A stream that has no row yet gets one, and then all is asked again: without the row nothing was locked. */
    private Asked ask(StreamKey key, List<StreamStep<?>> steps) {
        Asked asked = askOnce(key, steps);
        if (!asked.number().list().isEmpty()) {
            return asked;
        }
        // Another transaction may create it first: then the insert waits for it and does nothing.
        jdbc.update(
                "INSERT INTO order_stream (account_id, instrument_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                StreamReads.key(key).toArray());
        return askOnce(key, steps);
    }

    /** The lock and all that is asked behind it travel together. */
    private Asked askOnce(StreamKey key, List<StreamStep<?>> steps) {
        RoundTrip trip = new RoundTrip(jdbc);
        RoundTrip.Rows<Long> number = StreamReads.lock(key, trip);
        StreamQuestions questions = asking.apply(trip);
        List<Function<JdbcOpenStreams, Runnable>> works = new ArrayList<>();
        steps.forEach(step -> works.add(step.ask(questions)));
        trip.send();
        return new Asked(number, works);
    }

    private <T> T inTransaction(SortedSet<StreamKey> keys, Supplier<Opened<T>> begin) {
        AtomicReference<JdbcOpenStreams> last = new AtomicReference<>();
        T result = turns.inTurn(
                keys,
                () -> transactions.call(() -> {
                    Opened<T> opened = begin.get();
                    last.set(opened.streams());
                    T given = opened.work().apply(opened.streams());
                    opened.streams().end(outbox);
                    return given;
                }));
        JdbcOpenStreams streams = last.get();
        holdTime.record(streams.held());
        streams.changed().forEach(signals::changed);
        return result;
    }

    private record Asked(RoundTrip.Rows<Long> number, List<Function<JdbcOpenStreams, Runnable>> works) {}

    private record Opened<T>(JdbcOpenStreams streams, Function<JdbcOpenStreams, T> work) {}
}
