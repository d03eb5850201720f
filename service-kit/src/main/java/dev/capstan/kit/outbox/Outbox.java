package dev.capstan.kit.outbox;

import dev.capstan.kit.jdbc.RoundTrip;
import java.util.List;

/** Where a transaction leaves the records that must be published if, and only if, it commits. */
public interface Outbox {

    /**
     * Stores the messages in the current transaction, in this order, with one statement. After the commit the relay is woken,
     * unless all of them {@linkplain OutboxMessage#canWait() can wait}.
     *
     * @throws IllegalStateException when no transaction is running
     */
    void append(List<OutboxMessage> messages);

    /**
     * As {@link #append(List)}, but with the other statements of {@code trip}: stored when that is sent, in the place it has among them.
     */
    default void append(List<OutboxMessage> messages, RoundTrip trip) {
        append(messages);
    }

    default void append(OutboxMessage message) {
        append(List.of(message));
    }
}
