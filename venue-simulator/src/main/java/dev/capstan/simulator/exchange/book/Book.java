package dev.capstan.simulator.exchange.book;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.trading.fill.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The orders of one instrument that wait for a price: those that rest, by their limit, and those that do not work yet, by their trigger. */
public final class Book {

    private final NavigableMap<Long, List<Order>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, List<Order>> asks = new TreeMap<>();
    private final NavigableMap<Long, List<Order>> rising = new TreeMap<>();
    private final NavigableMap<Long, List<Order>> falling = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, Order> trailing = new TreeMap<>();

    /** Keeps {@code order} as it stands now: at its place in the queue while it waits, nowhere when it does not. */
    public void put(Order order) {
        if (order.type().hasLimit()) {
            put(order, order.side() == Side.BUY ? bids : asks, order.price(), order.rests());
        }
        if (order.details().trailing() != null) {
            follow(order);
        } else if (order.type().isConditional()) {
            Trigger trigger = order.type().trigger(order.side(), order.details().stopPrice());
            Optional<Trigger> waitsFor = order.trigger();
            put(order, trigger.above() ? rising : falling, trigger.price(), waitsFor.isPresent());
        }
    }

    /** Orders whose limit {@code price} has traded through, best limit first. */
    public List<Order> tradedThrough(long price) {
        List<Order> orders = new ArrayList<>();
        bids.headMap(price, false).values().forEach(orders::addAll);
        asks.headMap(price, false).values().forEach(orders::addAll);
        return orders;
    }

    /** Orders whose trigger {@code price} has touched, the one touched first before the others. */
    public List<Order> touched(long price) {
        List<Order> orders = new ArrayList<>();
        rising.headMap(price, true).values().forEach(orders::addAll);
        falling.headMap(price, true).values().forEach(orders::addAll);
        trailing.values().stream()
                .filter(order -> order.trigger()
                        .filter(trigger -> trigger.isTouched(price))
                        .isPresent())
                .forEach(orders::add);
        return orders;
    }

    /** What rests on {@code side}, best price first, at one price in the order it came. */
    public Stream<Order> resting(Side side) {
        return (side == Side.BUY ? bids : asks).values().stream().flatMap(List::stream);
    }

    /** Whether somebody rests at a price, or waits for one, that a market between {@code low} and {@code high} comes to. */
    public boolean isConcerned(long low, long high) {
        return !bids.headMap(low, true).isEmpty()
                || !asks.headMap(high, true).isEmpty()
                || !rising.headMap(high, true).isEmpty()
                || !falling.headMap(low, true).isEmpty()
                || !trailing.isEmpty();
    }

    /** How many wait. */
    public int size() {
        return Stream.of(bids, asks, rising, falling)
                .flatMap(levels -> levels.values().stream())
                .mapToInt(List::size)
                .sum();
    }

    /** Orders whose stop follows the market, or is going to, oldest first. */
    public List<Order> trailing() {
        return List.copyOf(trailing.values());
    }

    private void follow(Order order) {
        if (order.isTrailing()) {
            trailing.put(order.id(), order);
        } else {
            trailing.remove(order.id());
        }
    }

    private static void put(Order order, NavigableMap<Long, List<Order>> levels, long price, boolean waits) {
        List<Order> level = levels.computeIfAbsent(price, any -> new ArrayList<>());
        int at = indexOf(level, order.id());
        if (!waits) {
            if (at >= 0) {
                level.remove(at);
            }
        } else if (at >= 0) {
            level.set(at, order);
        } else {
            level.add(order);
        }
        if (level.isEmpty()) {
            levels.remove(price);
        }
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
