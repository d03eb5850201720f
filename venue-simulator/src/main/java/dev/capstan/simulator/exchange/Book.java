package dev.capstan.simulator.exchange;

import dev.capstan.contracts.value.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The orders of one instrument that rest, by price and then by age. */
final class Book {

    private final NavigableMap<Long, List<Order>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, List<Order>> asks = new TreeMap<>();

    /** Keeps {@code order} as it stands now: at its place in the queue while it rests, out of the book when it does not. */
    void put(Order order) {
        NavigableMap<Long, List<Order>> side = side(order.side());
        List<Order> level = side.computeIfAbsent(order.price(), any -> new ArrayList<>());
        int at = indexOf(level, order.id());
        if (!order.rests()) {
            if (at >= 0) {
                level.remove(at);
            }
        } else if (at >= 0) {
            level.set(at, order);
        } else {
            level.add(order);
        }
        if (level.isEmpty()) {
            side.remove(order.price());
        }
    }

    /** Orders whose limit {@code price} has traded through, best limit first. */
    List<Order> tradedThrough(long price) {
        List<Order> orders = new ArrayList<>();
        bids.headMap(price, false).values().forEach(orders::addAll);
        asks.headMap(price, false).values().forEach(orders::addAll);
        return orders;
    }

    private NavigableMap<Long, List<Order>> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private static int indexOf(List<Order> level, long id) {
        for (int index = 0; index < level.size(); index++) {
            if (level.get(index).id() == id) {
                return index;
            }
        }
        return -1;
    }
}
