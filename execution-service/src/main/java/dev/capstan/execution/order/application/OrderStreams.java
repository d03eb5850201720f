package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.StreamKey;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The only way to change orders: in one transaction that holds the rows of their streams, so that the events have no gaps. */
public interface OrderStreams {

    /**
     * Runs {@code work} with the streams locked, in their one order, and stores what it left. It may run more than once and makes no
     * network call. Waiters of the changed orders hear of them after the commit.
     */
    <T> T in(Collection<StreamKey> keys, Function<OpenStreams, T> work);

    default <T> T in(StreamKey key, Function<OpenStreams, T> work) {
        return in(List.of(key), work);
    }
}
