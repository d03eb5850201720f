package dev.capstan.execution.order.application;

import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;

/** Locked streams: what is read while they are open stays true until the commit. */
public interface OpenStreams {

    /**
     * Stores the change with its events, numbered, and the records to publish. A change that changes nothing stores nothing. It is sent
     * to the database with all the others when the work has ended.
     */
    void store(Order before, OrderChange change);
}
