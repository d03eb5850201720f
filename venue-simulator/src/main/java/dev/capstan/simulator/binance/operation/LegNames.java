package dev.capstan.simulator.binance.operation;

import java.util.Locale;

/**
 * Under which names a request carries the terms of one order: {@code price} where it is the only one, {@code abovePrice} or {@code
 * pendingPrice} where it is one of a list.
 */
record LegNames(String prefix, String side, String quantity, String clientOrderId) {

    /** Of a request for one order. */
    static final LegNames SINGLE = new LegNames("", "side", "quantity", "newClientOrderId");

    /** Of an order of a list that has its own side and quantity. */
    static LegNames of(String prefix) {
        return of(prefix, prefix);
    }

    /** Of an order of a list that has side and quantity in common with its twin, under the names of {@code common}. */
    static LegNames of(String prefix, String common) {
        return new LegNames(prefix, name(common, "side"), name(common, "quantity"), name(prefix, "clientOrderId"));
    }

    /** What {@code name} is called in this request. */
    String of(Term term) {
        return name(prefix, term.parameter());
    }

    private static String name(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
