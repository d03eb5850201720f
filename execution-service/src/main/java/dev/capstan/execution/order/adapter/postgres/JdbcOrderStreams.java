package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.execution.order.application.BookedOrder;
import dev.capstan.execution.order.application.ClaimView;
import dev.capstan.execution.order.application.OpenStreams;
import dev.capstan.execution.order.application.OrderSignals;
import dev.capstan.execution.order.application.OrderStreams;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.execution.session.SessionGuard;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.tradingstate.TradingStates;
import dev.capstan.kit.jdbc.RoundTrip;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.turns.Turns;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Streams as rows of {@code order_stream}, locked for the transaction. A step costs three round trips: the lock with all that is asked behind
 * it, all that is written, and the commit.
 */
final class JdbcOrderStreams implements OrderStreams {

    private final JdbcOperations jdbc;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Function<SortedMap<StreamKey, Long>, JdbcOpenStreams> opening;
    private final SessionGuard guard;
    private final TradingStates states;
    private final OrderSignals signals;
    private final Timer holdTime;
    private final Turns<StreamKey> turns = new Turns<>();

    JdbcOrderStreams(
            JdbcOperations jdbc,
            Transactions transactions,
            Outbox outbox,
            Function<SortedMap<StreamKey, Long>, JdbcOpenStreams> opening,
            SessionGuard guard,
            TradingStates states,
            OrderSignals signals,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
        this.opening = opening;
        this.guard = guard;
        this.states = states;
        this.signals = signals;
        this.holdTime = Timer.builder("order.stream.hold")
                .description("How long a transaction held the row of an order stream")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public OrderChange change(Order order, Function<Order, OrderChange> step) {
        return inStreamOf(order, trip -> {
            RoundTrip.Rows<Order> now = StreamReads.order(order.id(), trip);
            return open -> store(open, now.only(), step.apply(now.only()));
        });
    }

    @Override
    public OrderChange book(
            Order order,
            VenueOrderId venueOrderId,
            Collection<TradeId> trades,
            Function<BookedOrder, OrderChange> step) {
        return inStreamOf(order, trip -> {
            RoundTrip.Rows<BookedOrder> now = StreamReads.booked(order.id(), venueOrderId, trades, trip);
            return open -> store(open, now.only().order(), step.apply(now.only()));
        });
    }

    /** The statements run in the order in which they are added: that is the order of their locks. */
    @Override
    public OrderChange claim(Order order, SessionOwnership ownership, Function<ClaimView, OrderChange> step) {
        return inStreamOf(order, trip -> {
            RoundTrip.Rows<StreamReads.DoubtfulOrder> now = StreamReads.doubtful(order.id(), trip);
            Supplier<Boolean> ours = guard.lockIfOurs(ownership, trip);
            Supplier<Optional<TradingStateEvent>> halt =
                    states.lockAndFindHalt(order.terms().streamKey(), trip);
            return open -> store(open, now.only().order(), step.apply(view(now.only(), ours.get(), halt)));
        });
    }

    private static ClaimView view(
            StreamReads.DoubtfulOrder now, boolean isOurs, Supplier<Optional<TradingStateEvent>> halt) {
        return new ClaimView(now.order(), isOurs, isOurs ? halt.get() : Optional.empty(), now.inDoubt());
    }

    @Override
    public Optional<Order> add(OrderChange birth) {
        return inStreamOf(birth.after(), trip -> {
            RoundTrip.Rows<Order> namesake = StreamReads.namesake(birth.after(), trip);
            return open -> {
                Optional<Order> known = namesake.list().stream().findFirst();
                if (known.isEmpty()) {
                    open.add(birth);
                }
                return known;
            };
        });
    }

    @Override
    public <T> T in(Collection<StreamKey> keys, Function<OpenStreams, T> work) {
        SortedSet<StreamKey> sorted = new TreeSet<>(keys);
        return inTransaction(sorted, () -> {
            SortedMap<StreamKey, Long> numbers = new TreeMap<>();
            sorted.forEach(key ->
                    numbers.put(key, ask(key, trip -> open -> key).number().only()));
            return new Opened<>(opening.apply(numbers), work::apply);
        });
    }

    /** The lock and all that is asked behind it travel together. */
    private <T> T inStreamOf(Order order, Function<RoundTrip, Function<JdbcOpenStreams, T>> questions) {
        StreamKey key = order.terms().streamKey();
        return inTransaction(new TreeSet<>(List.of(key)), () -> {
            Asked<T> asked = ask(key, questions);
            SortedMap<StreamKey, Long> numbers = new TreeMap<>();
            numbers.put(key, asked.number().only());
            return new Opened<>(opening.apply(numbers), asked.work());
        });
    }

    /** A stream that has no row yet gets one, and then all is asked again: without the row nothing was locked. */
    private <T> Asked<T> ask(StreamKey key, Function<RoundTrip, Function<JdbcOpenStreams, T>> questions) {
        Asked<T> asked = askOnce(key, questions);
        if (!asked.number().list().isEmpty()) {
            return asked;
        }
        // Another transaction may create it first: then the insert waits for it and does nothing.
        jdbc.update(
                "INSERT INTO order_stream (account_id, instrument_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                StreamReads.key(key).toArray());
        return askOnce(key, questions);
    }

    private <T> Asked<T> askOnce(StreamKey key, Function<RoundTrip, Function<JdbcOpenStreams, T>> questions) {
        RoundTrip trip = new RoundTrip(jdbc);
        RoundTrip.Rows<Long> number = StreamReads.lock(key, trip);
        Function<JdbcOpenStreams, T> work = questions.apply(trip);
        trip.send();
        return new Asked<>(number, work);
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

    private static OrderChange store(JdbcOpenStreams open, Order before, OrderChange change) {
        open.store(before, change);
        return change;
    }

    private record Asked<T>(RoundTrip.Rows<Long> number, Function<JdbcOpenStreams, T> work) {}

    private record Opened<T>(JdbcOpenStreams streams, Function<JdbcOpenStreams, T> work) {}
}
