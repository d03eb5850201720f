package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.execution.order.application.BookedOrder;
import dev.capstan.execution.order.application.ClaimView;
import dev.capstan.execution.order.application.OpenStreams;
import dev.capstan.execution.order.application.OrderStreams;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.kit.jdbc.RoundTrip;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Streams as rows of {@code order_stream}, locked for the transaction: what each kind of step asks behind the lock, and does. */
final class JdbcOrderStreams implements OrderStreams {

    private final StreamTransactions transactions;

    JdbcOrderStreams(StreamTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public OrderChange change(Order order, Function<Order, OrderChange> step) {
        return transactions.take(new StreamStep<>(StreamStep.Kind.CHANGE, order, asking -> {
            RoundTrip.Rows<Order> now = StreamReads.order(order.id(), asking.trip());
            return open -> store(open, now.only(), step.apply(now.only()));
        }));
    }

    @Override
    public OrderChange book(
            Order order,
            VenueOrderId venueOrderId,
            Collection<TradeId> trades,
            Function<BookedOrder, OrderChange> step) {
        return transactions.take(new StreamStep<>(StreamStep.Kind.BOOK, order, asking -> {
            RoundTrip.Rows<BookedOrder> now = StreamReads.booked(order.id(), venueOrderId, trades, asking.trip());
            return open -> store(open, now.only().order(), step.apply(now.only()));
        }));
    }

    @Override
    public OrderChange claim(Order order, SessionOwnership ownership, Function<ClaimView, OrderChange> step) {
        return transactions.take(new StreamStep<>(StreamStep.Kind.CLAIM, order, asking -> {
            RoundTrip.Rows<StreamReads.DoubtfulOrder> now = StreamReads.doubtful(order.id(), asking.trip());
            Supplier<Boolean> ours = asking.lease(ownership);
            Supplier<Optional<TradingStateEvent>> halt =
                    asking.halt(order.terms().streamKey());
            return open -> store(open, now.only().order(), step.apply(view(now.only(), ours.get(), halt)));
        }));
    }

    private static ClaimView view(
            StreamReads.DoubtfulOrder now, boolean isOurs, Supplier<Optional<TradingStateEvent>> halt) {
        return new ClaimView(now.order(), isOurs, isOurs ? halt.get() : Optional.empty(), now.inDoubt());
    }

    @Override
    public Optional<Order> add(OrderChange birth) {
        return transactions.take(new StreamStep<>(StreamStep.Kind.ADD, birth.after(), asking -> {
            RoundTrip.Rows<Order> namesake = StreamReads.namesake(birth.after(), asking.trip());
            return open -> {
                Optional<Order> known = namesake.list().stream().findFirst();
                if (known.isEmpty()) {
                    open.add(birth);
                }
                return known;
            };
        }));
    }

    @Override
    public <T> T in(Collection<StreamKey> keys, Function<OpenStreams, T> work) {
        return transactions.in(keys, work::apply);
    }

    private static OrderChange store(JdbcOpenStreams open, Order before, OrderChange change) {
        open.store(before, change);
        return change;
    }
}
