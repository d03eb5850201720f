package dev.capstan.trading.engine;

import dev.capstan.contracts.value.Side;
import dev.capstan.trading.fixed.Decimal8;
import java.util.ArrayList;
import java.util.List;

/** Makes round trips of orders. */
final class RoundTripLog {

    private final List<RoundTrip> closed = new ArrayList<>();

    private long openedAt;
    private long quantity;
    private long paid;
    private long received;

    private RoundTripLog() {}

    /** In the order they closed. */
    static List<RoundTrip> of(OrderLog orders) {
        RoundTripLog trips = new RoundTripLog();
        for (int order = 0; order < orders.size(); order++) {
            long amount = Decimal8.amount(orders.price(order), orders.filled(order));
            if (orders.side(order) == Side.SELL) {
                trips.sold(amount - orders.commission(order));
            } else if (orders.filled(order) > 0) {
                trips.bought(orders.time(order), orders.filled(order), amount);
            }
            if (orders.isClosing(order)) {
                trips.close(orders.time(order));
            }
        }
        return trips.closed;
    }

    private void bought(long at, long boughtQuantity, long amount) {
        if (quantity == 0) {
            openedAt = at;
        }
        quantity = Math.addExact(quantity, boughtQuantity);
        paid = Math.addExact(paid, amount);
    }

    private void sold(long amount) {
        received = Math.addExact(received, amount);
    }

    private void close(long at) {
        closed.add(new RoundTrip(openedAt, at, quantity, paid, received));
        quantity = 0;
        paid = 0;
        received = 0;
    }
}
