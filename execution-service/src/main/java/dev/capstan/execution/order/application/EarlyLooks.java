package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;

/** All that the checks before a trade want to know of our own books, read at once. */
@FunctionalInterface
public interface EarlyLooks {

    /** @param asking the order on whose behalf; it is none of the others */
    EarlyLook at(StreamKey key, OrderId asking);
}
