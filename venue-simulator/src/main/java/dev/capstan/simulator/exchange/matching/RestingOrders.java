package dev.capstan.simulator.exchange.matching;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.exchange.book.Book;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.state.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The accounts' orders that rest in a book, also in the middle of a transaction that changes them. */
final class RestingOrders {

    private final Book book;
    private final UnaryOperator<Order> current;
    private final Supplier<Collection<Order>> changed;

    RestingOrders(Book book) {
        this(book, UnaryOperator.identity(), List::of);
    }

    RestingOrders(Book book, Transaction transaction) {
        this(book, transaction::current, transaction::orders);
    }

    private RestingOrders(Book book, UnaryOperator<Order> current, Supplier<Collection<Order>> changed) {
        this.book = book;
        this.current = current;
        this.changed = changed;
    }

    /** The first of those at the best price. */
    Optional<Order> best(Side side) {
        Optional<Order> known = known(side).findFirst();
        Optional<Order> fresh =
                fresh(side).reduce((first, second) -> isBetter(side, second.price(), first.price()) ? second : first);
        if (known.isEmpty() || fresh.isEmpty()) {
            return known.or(() -> fresh);
        }
        return isBetter(side, fresh.get().price(), known.get().price()) ? fresh : known;
    }

    /** All that rest on {@code side}, in no order. */
    Stream<Order> all(Side side) {
        List<Long> known = known(side).map(Order::id).toList();
        return Stream.concat(known(side), fresh(side).filter(order -> !known.contains(order.id())));
    }

    private Stream<Order> known(Side side) {
        return book.resting(side).map(current).filter(Order::rests);
    }

    /** Those that the transaction changed; the ones that rested before are among the known as well. */
    private Stream<Order> fresh(Side side) {
        return changed.get().stream().filter(order -> order.side() == side && order.rests());
    }

    private static boolean isBetter(Side resting, long price, long than) {
        return resting == Side.BUY ? price > than : price < than;
    }
}
