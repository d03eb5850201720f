package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.execution.session.SessionOwnership;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * The only way to change orders: in one transaction that holds the rows of their streams, so that the events have no gaps.
 *
 * <p>What a step is given was read after the lock was granted and stays true until the commit. A step may run more than once and makes no
 * network call; a change that changes nothing stores nothing. Waiters of the changed orders hear of them after the commit.
 */
public interface OrderStreams {

    /**
     * Takes a step of one order.
     *
     * @throws IllegalStateException when there is no such order
     */
    OrderChange change(Order order, Function<Order, OrderChange> step);

    /** As {@link #change}, with those of {@code trades} that are booked for the venue's order. */
    OrderChange book(
            Order order,
            VenueOrderId venueOrderId,
            Collection<TradeId> trades,
            Function<BookedOrder, OrderChange> step);

    /**
     * As {@link #change}, with what a claim depends on. The lease and the rows of the trading state are locked in share mode, in this
     * order and after the stream, until the commit.
     */
    OrderChange claim(Order order, SessionOwnership ownership, Function<ClaimView, OrderChange> step);

    /**
     * Stores a new order, unless one with its client order id is there: then that one is returned and nothing stored.
     *
     * @throws OrderKnownException when another stream stored one of its ids at the same time; nothing is stored
     */
    Optional<Order> add(OrderChange birth);

    /** Runs {@code work} with the streams locked, in their one order, and stores what it left. */
    <T> T in(Collection<StreamKey> keys, Function<OpenStreams, T> work);
}
