package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;

/** Locked streams: what is read here stays true until the commit. */
public interface OpenStreams {

    /**
     * The order as it is now.
     *
     * @throws IllegalStateException when there is none
     */
    Order order(OrderId orderId);

    /** Stores the change with its events, numbered, and the records to publish. A change that changes nothing stores nothing. */
    void store(Order before, OrderChange change);

    /**
     * Stores a new order.
     *
     * @throws OrderKnownException when its order id or client order id exists; the whole transaction is undone
     */
    void add(OrderChange birth);
}
