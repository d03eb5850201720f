package dev.capstan.simulator.exchange.matching;

import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.order.ExpiryReason;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.order.OrderStatus;
import dev.capstan.simulator.exchange.order.OrderType;
import dev.capstan.simulator.exchange.order.RejectReason;
import dev.capstan.simulator.exchange.state.Transaction;
import dev.capstan.trading.fill.Trigger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change of one order does to the others of its list: of a pair, the first that trades or goes off ends the other; orders that wait
 * come alive when the one before them has filled whole, and end when it ends otherwise.
 */
final class Contingencies {

    private final Matching matching;

    Contingencies(Matching matching) {
        this.matching = matching;
    }

    /** Draws the consequences of {@code order} having changed while {@code playing} played. */
    void changed(Transaction transaction, Market market, Order order, long playing) {
        transaction.listOf(order).filter(list -> !list.done()).ifPresent(list -> {
            if (list.pair().contains(order.id())) {
                pairChanged(transaction, list, order);
            }
            if (!list.pending().isEmpty() && !list.pending().contains(order.id())) {
                workingChanged(transaction, market, list, order, playing);
            }
            finish(transaction, list, RejectReason.NONE);
        });
    }

    private static void pairChanged(Transaction transaction, OrderList list, Order order) {
        if (hadItsTurn(order)) {
            expire(transaction, list, list.pair(), order, ExpiryReason.OCO_TRIGGER);
        } else if (order.status() == OrderStatus.EXPIRED_IN_MATCH) {
            expire(transaction, list, list.pair(), order, null);
        }
    }

    private static boolean hadItsTurn(Order order) {
        return order.executed() > 0 || (order.type().isConditional() && order.works());
    }

    private void workingChanged(Transaction transaction, Market market, OrderList list, Order working, long playing) {
        if (working.status() == OrderStatus.FILLED) {
            activate(transaction, market, list, playing);
        } else if (!working.status().isOpen()) {
            expire(transaction, list, list.pending(), working, ExpiryReason.OTO_PHASE_ONE_EXPIRED);
        }
    }

    private static void expire(
            Transaction transaction, OrderList list, List<Long> ids, Order except, @Nullable ExpiryReason reason) {
        transaction.orders(list, ids).stream()
                .filter(other -> other.id() != except.id() && other.status().isOpen())
                .forEach(other -> transaction.expire(other, reason));
    }

    private void activate(Transaction transaction, Market market, OrderList list, long playing) {
        List<Order> pending = transaction.orders(list, list.pending());
        RejectReason reason = pending.stream()
                .map(order -> objection(transaction, market, order, playing))
                .filter(each -> each != RejectReason.NONE)
                .findFirst()
                .orElse(RejectReason.NONE);
        if (reason != RejectReason.NONE) {
            pending.forEach(order -> transaction.reject(order, reason));
            finish(transaction, list, reason);
            return;
        }
        List<Order> live = pending.stream()
                .map(order -> transaction.activate(order, playing))
                .toList();
        transaction.report(list, RejectReason.NONE);
        live.stream()
                .filter(Order::works)
                .forEach(order -> matching.meet(transaction, market, transaction.current(order), playing));
    }

    /** Why {@code order}, whose turn has come, cannot be placed now. */
    private RejectReason objection(Transaction transaction, Market market, Order order, long playing) {
        Optional<Trigger> trigger = order.activated(transaction.now()).trigger();
        if (trigger.filter(each -> each.isTouched(playing)).isPresent()) {
            return RejectReason.STOP_PRICE_WOULD_TRIGGER_IMMEDIATELY;
        }
        if (order.type() == OrderType.LIMIT_MAKER
                && matching.wouldTake(transaction, market, order.side(), order.price(), playing)) {
            return RejectReason.WOULD_MATCH_IMMEDIATELY;
        }
        long needed = order.needs(matching.marketPrice(order.side(), playing));
        return transaction.wallets().free(order) < needed ? RejectReason.INSUFFICIENT_BALANCES : RejectReason.NONE;
    }

    /** Ends the list when none of its orders can trade any more. */
    private static void finish(Transaction transaction, OrderList list, RejectReason reason) {
        boolean stillOpen = transaction.orders(list, list.orderIds()).stream()
                .anyMatch(order -> order.status().isOpen());
        if (!stillOpen && !transaction.isDone(list)) {
            transaction.report(list.finished(transaction.now()), reason);
        }
    }
}
