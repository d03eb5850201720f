package dev.capstan.simulator.exchange.order;

/** State of an order at the venue. */
public enum OrderStatus {
    /** Waits for the order that has to fill first; can be canceled, and trades nothing. */
    PENDING_NEW,
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    /** Refused when its turn came. */
    REJECTED,
    EXPIRED,
    /** Ended because it would have traded with an order of its own account. */
    EXPIRED_IN_MATCH;

    /** Whether more can happen to the order. */
    public boolean isOpen() {
        return isLive() || this == PENDING_NEW;
    }

    /** Whether it waits for the market, be it in the book or for its stop price. */
    public boolean isLive() {
        return this == NEW || this == PARTIALLY_FILLED;
    }
}
