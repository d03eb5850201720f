package dev.capstan.trading.engine;

import java.util.ArrayList;
import java.util.List;

/** Makes round trips of fills. */
final class RoundTripLog {

    private final List<RoundTrip> closed = new ArrayList<>();

    private long openedAt;
    private long quantity;
    private long paid;
    private long received;

    void bought(long at, long boughtQuantity, long amount) {
        if (quantity == 0) {
            openedAt = at;
        }
        quantity = Math.addExact(quantity, boughtQuantity);
        paid = Math.addExact(paid, amount);
    }

    void sold(long amount) {
        received = Math.addExact(received, amount);
    }

    void close(long at) {
        closed.add(new RoundTrip(openedAt, at, quantity, paid, received));
        quantity = 0;
        paid = 0;
        received = 0;
    }

    /** In the order they closed. */
    List<RoundTrip> closed() {
        return closed;
    }
}
