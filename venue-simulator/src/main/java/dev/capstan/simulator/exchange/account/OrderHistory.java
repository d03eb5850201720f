package dev.capstan.simulator.exchange.account;

import dev.capstan.simulator.exchange.order.Amendment;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.Trade;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All orders and trades of one account in one instrument, each in the order of its ids. */
public final class OrderHistory {

    private final List<Order> orders = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private final List<Amendment> amendments = new ArrayList<>();
    private final Map<String, Long> latestByClientOrderId = new HashMap<>();
    private final TreeMap<Long, Order> open = new TreeMap<>();

    /** Keeps {@code order}, new or changed. */
    public void put(Order order) {
        int at = indexOf(order.id());
        if (at >= 0) {
            rename(orders.set(at, order), order);
        } else {
            orders.add(-at - 1, order);
            latestByClientOrderId.put(order.clientOrderId(), order.id());
        }
        if (order.status().isOpen()) {
            open.put(order.id(), order);
        } else {
            open.remove(order.id());
        }
    }

    /** An amended order is found under its new id only. */
    private void rename(Order before, Order order) {
        if (!before.clientOrderId().equals(order.clientOrderId())) {
            latestByClientOrderId.remove(before.clientOrderId(), before.id());
            latestByClientOrderId.put(order.clientOrderId(), order.id());
        }
    }

    public void add(Amendment amendment) {
        amendments.add(amendment);
    }

    /** How the order with this id was made smaller, oldest first. */
    public List<Amendment> amendmentsOf(long orderId) {
        return amendments.stream()
                .filter(amendment -> amendment.orderId() == orderId)
                .toList();
    }

    public void add(Trade trade) {
        trades.add(trade);
    }

    public Optional<Order> byId(long id) {
        int at = indexOf(id);
        return at < 0 ? Optional.empty() : Optional.of(orders.get(at));
    }

    /** The latest order that was placed with {@code clientOrderId}. */
    public Optional<Order> byClientOrderId(String clientOrderId) {
        return Optional.ofNullable(latestByClientOrderId.get(clientOrderId)).flatMap(this::byId);
    }

    public Collection<Order> open() {
        return open.values();
    }

    public List<Order> orders() {
        return orders;
    }

    public List<Trade> trades() {
        return trades;
    }

    private int indexOf(long id) {
        // New orders come last and are asked for most.
        if (orders.isEmpty() || orders.getLast().id() < id) {
            return -orders.size() - 1;
        }
        return Collections.binarySearch(orders, id, OrderHistory::compare);
    }

    private static int compare(Object left, Object right) {
        return Long.compare(idOf(left), idOf(right));
    }

    private static long idOf(Object orderOrId) {
        return orderOrId instanceof Order order ? order.id() : (Long) orderOrId;
    }
}
