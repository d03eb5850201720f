package dev.capstan.simulator.exchange.matching;

import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.state.Transaction;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fill.Trigger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * One step of the market from a price to the next, and all that it sets off in the order in which it comes by: the nearer price first, of
 * two equally near ones the stop. What comes alive on the way is met by the rest of the step.
 */
final class Crossing {

    private record Event(Order order, boolean isTrigger, long distance) {}

    private final PriorityQueue<Event> ahead = new PriorityQueue<>(Comparator.comparingLong(Event::distance)
            .thenComparingInt(event -> event.isTrigger() ? 0 : 1)
            .thenComparingLong(event -> event.order().id()));
    private final Set<String> known = new HashSet<>();
    private final Matching matching;
    private final FillRules rules;
    private final Market market;
    private final Transaction transaction;
    private final long to;
    private final boolean opening;

    /**
     * @param opening whether no price between led to {@code to}
     */
    Crossing(Matching matching, FillRules rules, Market market, Transaction transaction, long to, boolean opening) {
        this.matching = matching;
        this.rules = rules;
        this.market = market;
        this.transaction = transaction;
        this.to = to;
        this.opening = opening;
    }

    void run(List<Order> waiting) {
        waiting.forEach(this::expect);
        for (Event next = ahead.poll(); next != null; next = ahead.poll()) {
            Order order = transaction.current(next.order());
            if (next.isTrigger()) {
                order.trigger()
                        .ifPresent(trigger -> matching.trigger(transaction, market, order, trigger, to, opening));
            } else if (order.rests()) {
                restingPrice(order).ifPresent(price -> matching.fillResting(transaction, market, order, price));
            }
            transaction.orders().forEach(this::expect);
        }
    }

    private void expect(Order order) {
        Optional<Trigger> touched = order.trigger().filter(trigger -> trigger.isTouched(to));
        if (touched.isPresent()) {
            expect(new Event(order, true, distance(touched.get().price())));
        } else if (order.rests() && restingPrice(order).isPresent()) {
            expect(new Event(order, false, distance(order.price())));
        }
    }

    private void expect(Event event) {
        // A trailing stop may be set off on the way, and then go off.
        String what = event.isTrigger() ? " triggered " + event.order().followsLater() : " filled";
        if (known.add(event.order().id() + what)) {
            ahead.add(event);
        }
    }

    private Optional<Long> restingPrice(Order order) {
        OptionalLong price = rules.restingPrice(order.side(), order.price(), to, opening);
        return price.isPresent() ? Optional.of(price.getAsLong()) : Optional.empty();
    }

    private long distance(long price) {
        return Math.abs(price - market.lastPrice());
    }
}
