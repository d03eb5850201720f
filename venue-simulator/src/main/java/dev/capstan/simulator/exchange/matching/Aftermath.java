package dev.capstan.simulator.exchange.matching;

import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.state.Transaction;
import java.util.List;
import java.util.stream.Stream;

/** What the trades in a book set off: orders whose stop price one of them touched or moved, and what the trades of those set off in turn. */
final class Aftermath {

    private final Matching matching;

    Aftermath(Matching matching) {
        this.matching = matching;
    }

    /** Goes through the trades of {@code transaction}, those included that come of it. */
    void run(Transaction transaction, Market market) {
        for (int place = 0; place < transaction.prints().size(); place++) {
            long price = transaction.prints().get(place).price();
            touch(transaction, market, price, place);
            follow(transaction, market, price, place);
        }
    }

    /** Lets the stops that trail the market follow it to {@code price}. */
    private static void follow(Transaction transaction, Market market, long price, int place) {
        Stream.concat(
                        market.book().trailing().stream(),
                        transaction.orders().stream().filter(order -> transaction.wasThereAt(place, order)))
                .forEach(order -> transaction.follow(transaction.current(order), price));
    }

    /** Sets off whoever waits for {@code price}. */
    void touch(Transaction transaction, Market market, long price, int place) {
        for (Order waiting : waitingFor(transaction, market, price, place)) {
            Order order = transaction.current(waiting);
            order.trigger()
                    .filter(trigger -> trigger.isTouched(price))
                    .ifPresent(trigger -> matching.trigger(transaction, market, order, trigger, price, true));
        }
    }

    private static List<Order> waitingFor(Transaction transaction, Market market, long price, int place) {
        Stream<Order> fresh = transaction.orders().stream()
                .filter(order -> order.trigger().stream().anyMatch(trigger -> trigger.isTouched(price)))
                .filter(order -> transaction.wasThereAt(place, order));
        return Stream.concat(market.book().touched(price).stream(), fresh).toList();
    }
}
