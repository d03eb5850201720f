package dev.capstan.simulator.exchange;

import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.account.OrderHistory;
import dev.capstan.simulator.exchange.account.OrderUsage;
import dev.capstan.simulator.exchange.order.Amendment;
import dev.capstan.simulator.exchange.order.ListKey;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderKey;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.exchange.state.VenueClock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What accounts have and had: orders, lists, trades, balances. */
public final class Ledger {

    private final ExchangeLock lock;
    private final VenueClock clock;

    Ledger(ExchangeLock lock, VenueClock clock) {
        this.lock = lock;
        this.clock = clock;
    }

    public Optional<Order> find(Account account, OrderKey key) {
        return lock.get(() -> account.find(key));
    }

    /** Open orders of {@code account}, in one symbol or in all. */
    public List<Order> open(Account account, @Nullable String symbol) {
        return lock.get(() -> histories(account, symbol).stream()
                .flatMap(history -> history.open().stream())
                .toList());
    }

    /** Orders of {@code account} in {@code symbol} that {@code query} picks from all of them, oldest first. */
    public List<Order> orders(Account account, String symbol, Function<List<Order>, List<Order>> query) {
        return lock.get(() -> query.apply(account.history(symbol).orders()));
    }

    /** Trades of {@code account} in {@code symbol} that {@code query} picks from all of them, oldest first. */
    public List<Trade> trades(Account account, String symbol, Function<List<Trade>, List<Trade>> query) {
        return lock.get(() -> query.apply(account.history(symbol).trades()));
    }

    /** How the order with this id was made smaller, oldest first. */
    public List<Amendment> amendments(Account account, String symbol, long orderId) {
        return lock.get(() -> account.history(symbol).amendmentsOf(orderId));
    }

    public Optional<OrderList> findList(Account account, ListKey key) {
        return lock.get(() -> account.lists().find(key));
    }

    /** All order lists of {@code account}, oldest first. */
    public List<OrderList> lists(Account account) {
        return lock.get(() -> account.lists().all());
    }

    public List<OrderList> openLists(Account account) {
        return lock.get(() -> account.lists().open());
    }

    /** The orders of {@code list}, as they stand. */
    public List<Order> ordersOf(Account account, OrderList list) {
        return lock.get(() -> list.orderIds().stream()
                .map(id -> account.history(list.symbol()).byId(id))
                .flatMap(Optional::stream)
                .toList());
    }

    public List<Balance> balances(Account account) {
        return lock.get(account::balances);
    }

    /** Orders without any fill that the account placed lately. */
    public OrderUsage orderUsage(Account account) {
        return lock.get(() -> account.orderCount().usage(clock.millis()));
    }

    private static Collection<OrderHistory> histories(Account account, @Nullable String symbol) {
        return symbol == null ? account.histories() : List.of(account.history(symbol));
    }
}
