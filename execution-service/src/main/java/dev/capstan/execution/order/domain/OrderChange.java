package dev.capstan.execution.order.domain;

import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEventType;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One step of an order.
 *
 * @param after the order afterwards; may differ from before without a fact, when only our bookkeeping changed
 * @param facts what goes into the stream, in this order
 */
public record OrderChange(Order after, List<OrderFact> facts) {

    public OrderChange {
        facts = List.copyOf(facts);
    }

    /** Nothing happened. */
    public static OrderChange none(Order order) {
        return new OrderChange(order, List.of());
    }

    /** Whether nothing happened to the order, seen from {@code before}. */
    public boolean isNone(Order before) {
        return facts.isEmpty() && after.equals(before);
    }

    /** This step and the next one, to be stored together. */
    public OrderChange then(Function<Order, OrderChange> next) {
        OrderChange following = next.apply(after);
        return new OrderChange(
                following.after(),
                Stream.concat(facts.stream(), following.facts().stream()).toList());
    }

    public boolean has(OrderEventType type) {
        return facts.stream().anyMatch(fact -> fact.type() == type);
    }

    /** Fills that this step books. */
    public List<FillDetails> fills() {
        return facts.stream().map(OrderFact::fill).filter(Objects::nonNull).toList();
    }
}
