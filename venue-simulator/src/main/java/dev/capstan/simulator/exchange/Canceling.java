package dev.capstan.simulator.exchange;

import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.command.Canceled;
import dev.capstan.simulator.exchange.command.Cancellation;
import dev.capstan.simulator.exchange.command.Refusal;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.matching.Floor;
import dev.capstan.simulator.exchange.order.CancelRestriction;
import dev.capstan.simulator.exchange.order.ListKey;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderKey;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.order.RejectReason;
import dev.capstan.simulator.exchange.state.Desk;
import dev.capstan.simulator.exchange.state.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Ends open orders at their owner's wish, and with one of them the list it belongs to. */
final class Canceling {

    private final Desk desk;
    private final Floor floor;

    Canceling(Desk desk, Floor floor) {
        this.desk = desk;
        this.floor = floor;
    }

    /** Refuses when there is no such open order, or not in the asked state. */
    Cancellation one(Account account, OrderKey key, CancelRestriction restriction, String cancelId) {
        Order order = account.find(key)
                .filter(found -> found.status().isOpen())
                .orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_ORDER, ""));
        if (!restriction.allows(order.status())) {
            throw new RefusedException(Refusal.CANCEL_RESTRICTED, "");
        }
        return cancel(key.symbol(), List.of(order), () -> cancelId).getFirst();
    }

    /** Refuses when nothing of the list is open. */
    Cancellation list(Account account, String symbol, ListKey key, String cancelId) {
        OrderList list = account.lists()
                .find(key)
                .filter(found -> !found.done() && found.symbol().equals(symbol))
                .orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_ORDER, ""));
        Order any = account.history(symbol)
                .byId(list.orderIds().getFirst())
                .orElseThrow(() -> new IllegalStateException("expected the orders of list " + list.id()));
        return cancel(symbol, List.of(any), () -> cancelId).getFirst();
    }

    /** Refuses when nothing is open. */
    List<Cancellation> all(Account account, String symbol, Supplier<String> cancelIds) {
        List<Order> open = List.copyOf(account.history(symbol).open());
        if (open.isEmpty()) {
            throw new RefusedException(Refusal.UNKNOWN_ORDER, "");
        }
        return cancel(symbol, open, cancelIds);
    }

    private List<Cancellation> cancel(String symbol, List<Order> open, Supplier<String> cancelIds) {
        Transaction transaction = desk.begin(floor.market(symbol).listing(), 0);
        List<Cancellation> all = new ArrayList<>();
        Set<Long> lists = new HashSet<>();
        for (Order order : open) {
            OrderList list = transaction.listOf(order).orElse(null);
            if (list == null) {
                String cancelId = cancelIds.get();
                all.add(new Cancellation(null, List.of(new Canceled(transaction.cancel(order, cancelId), cancelId))));
            } else if (lists.add(list.id())) {
                all.add(cancel(transaction, list, cancelIds.get()));
            }
        }
        desk.commit(transaction);
        return all;
    }

    private static Cancellation cancel(Transaction transaction, OrderList list, String cancelId) {
        List<Canceled> canceled = transaction.orders(list, list.orderIds()).stream()
                .filter(order -> order.status().isOpen())
                .map(order -> new Canceled(transaction.cancel(order, cancelId), cancelId))
                .toList();
        OrderList done = list.finished(transaction.now());
        transaction.report(done, RejectReason.NONE);
        return new Cancellation(done, canceled);
    }
}
