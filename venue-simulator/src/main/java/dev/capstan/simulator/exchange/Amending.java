package dev.capstan.simulator.exchange;

import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.account.OrderHistory;
import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.command.AmendRequest;
import dev.capstan.simulator.exchange.command.Amended;
import dev.capstan.simulator.exchange.command.Refusal;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.matching.Floor;
import dev.capstan.simulator.exchange.order.Amendment;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderKey;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.placing.Placement;
import dev.capstan.simulator.exchange.state.Desk;
import dev.capstan.simulator.exchange.state.Transaction;
import java.util.List;

/** Makes open orders smaller where they stand in the queue. */
final class Amending {

    private final Desk desk;
    private final Floor floor;
    private final Placement placement;

    Amending(Desk desk, Floor floor, Placement placement) {
        this.desk = desk;
        this.floor = floor;
        this.placement = placement;
    }

    /** Refuses when there is no such open order, or when it would not become smaller. */
    Amended amend(Account account, AmendRequest request) {
        Order order = open(account, request.key());
        Market market = floor.market(order.symbol());
        checkQuantity(order, request.quantity());
        checkClientId(account.history(order.symbol()), order, request.clientOrderId());
        placement.checkAmendment(account, market, order, request.quantity());
        Transaction transaction = desk.begin(market.listing(), 0);
        Amendment amendment = transaction.amend(order, request.quantity(), request.clientOrderId());
        OrderList list = transaction.listOf(order).orElse(null);
        if (list != null && list.pair().contains(order.id())) {
            twin(transaction, list, order)
                    .forEach(twin -> transaction.amend(twin, request.quantity(), twin.clientOrderId()));
        }
        desk.commit(transaction);
        List<Order> together = list == null ? List.of() : transaction.orders(list, list.orderIds());
        return new Amended(transaction.current(order), amendment, list, together);
    }

    /** Of a pair both are for the same quantity, so the other one follows. */
    private static List<Order> twin(Transaction transaction, OrderList list, Order order) {
        return transaction.orders(list, list.pair()).stream()
                .filter(other -> other.id() != order.id() && other.status().isOpen())
                .toList();
    }

    private static Order open(Account account, OrderKey key) {
        OrderHistory history = account.history(key.symbol());
        boolean otherClientId = key.orderId() != null
                && key.clientOrderId() != null
                && history.byId(key.orderId()).isPresent()
                && account.find(key).isEmpty();
        if (otherClientId) {
            throw new RefusedException(Refusal.OTHER_CLIENT_ORDER_ID, "");
        }
        return account.find(key)
                .filter(found -> found.status().isOpen())
                .orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_ORDER, ""));
    }

    private static void checkQuantity(Order order, long quantity) {
        if (quantity > order.quantity()) {
            throw new RefusedException(Refusal.QUANTITY_INCREASE, "");
        }
        if (quantity == order.quantity() || quantity <= order.executed()) {
            throw new RefusedException(Refusal.NO_CHANGE, "");
        }
    }

    private static void checkClientId(OrderHistory history, Order order, String clientOrderId) {
        boolean taken = history.byClientOrderId(clientOrderId)
                .filter(other -> other.id() != order.id() && other.status().isOpen())
                .isPresent();
        if (taken) {
            throw new RefusedException(Refusal.DUPLICATE_CLIENT_ORDER_ID, "");
        }
    }
}
