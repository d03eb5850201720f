package dev.capstan.strategy.run.application;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.RunSpec;
import java.util.Optional;

/** Execution, as far as runs need it. */
public interface OrderDesk {

    /** What came of a call. */
    sealed interface Answer {

        /** There is an order; what becomes of it its events say. A denied one is an order too. */
        record Known(OrderId orderId) implements Answer {}

        /** Execution takes no such order from this run. */
        record Refused(String why) implements Answer {}

        /** Nobody knows: the same call again, with the same key, does no harm. */
        record None(String why) implements Answer {}
    }

    /** Asks for the order of {@code attempt} on behalf of {@code owner}; asked again it is the same order. */
    Answer place(RunSpec spec, String owner, Attempt attempt);

    /**
     * Whether execution has the order of {@code attempt}.
     *
     * @return empty when it does not answer
     */
    Optional<Boolean> has(Attempt attempt);
}
