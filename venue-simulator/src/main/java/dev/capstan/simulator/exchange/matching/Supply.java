package dev.capstan.simulator.exchange.matching;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.flow.FlowSide;
import dev.capstan.simulator.flow.FlowWalk;
import dev.capstan.trading.fixed.Decimal8;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What one side of a book has to give, by price, best first. */
final class Supply {

    private final long lastPrice;
    private final NavigableMap<Long, Long> levels;

    private Supply(Side resting, long lastPrice) {
        this.lastPrice = lastPrice;
        this.levels = resting == Side.BUY ? new TreeMap<>(Comparator.reverseOrder()) : new TreeMap<>();
    }

    static Supply of(Market market, RestingOrders accounts, Side resting) {
        return of(market, accounts, resting, any -> true);
    }

    /** Without the orders of accounts that are not {@code wanted}. */
    static Supply of(Market market, RestingOrders accounts, Side resting, Predicate<Order> wanted) {
        Supply supply = new Supply(resting, market.price());
        accounts.all(resting).filter(wanted).forEach(order -> supply.add(order.price(), order.leaves()));
        market.flow().map(FlowWalk::book).ifPresent(flow -> supply.add(flow.side(resting)));
        return supply;
    }

    private void add(FlowSide flow) {
        for (int place = 0; place < FlowSide.PLACES; place++) {
            if (flow.leaves(place) > 0) {
                add(flow.price(place), flow.leaves(place));
            }
        }
    }

    private void add(long price, long quantity) {
        levels.merge(price, quantity, Long::sum);
    }

    /** Whether anything is there for who would not go beyond {@code limit}. */
    boolean isThereWithin(long limit) {
        return !levels.headMap(limit, true).isEmpty();
    }

    /** How much is there for who would not go beyond {@code limit}. */
    long within(long limit) {
        return levels.headMap(limit, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** What {@code quantity} costs; what is not there is reckoned at the worst price that is. */
    long cost(long quantity) {
        long left = quantity;
        long cost = 0;
        long price = lastPrice;
        for (Map.Entry<Long, Long> level : levels.entrySet()) {
            price = level.getKey();
            long taken = Math.min(left, level.getValue());
            cost += Decimal8.amountAtMost(price, taken);
            left -= taken;
            if (left == 0) {
                return cost;
            }
        }
        return cost + Decimal8.amountAtMost(price, left);
    }

    /** The quantity that comes to {@code amount}, rounded down; what is not there is reckoned at the worst price that is. */
    long quantityFor(long amount) {
        long left = amount;
        long quantity = 0;
        long price = lastPrice;
        for (Map.Entry<Long, Long> level : levels.entrySet()) {
            price = level.getKey();
            long taken = Math.min(level.getValue(), Decimal8.quantity(left, price));
            quantity += taken;
            left -= Math.min(left, Decimal8.amountAtMost(price, taken));
            if (taken < level.getValue()) {
                return quantity;
            }
        }
        return quantity + Decimal8.quantity(left, price);
    }
}
