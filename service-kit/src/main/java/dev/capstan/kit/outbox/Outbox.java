package dev.capstan.kit.outbox;

import java.util.List;

/** Where a transaction leaves the records that must be published if, and only if, it commits. */
public interface Outbox {

    /**
     * Stores the messages in the current transaction, in this order, with one statement. After the commit the relay is woken.
     *
     * @throws IllegalStateException when no transaction is running
     */
    void append(List<OutboxMessage> messages);

    default void append(OutboxMessage message) {
        append(List.of(message));
    }
}
