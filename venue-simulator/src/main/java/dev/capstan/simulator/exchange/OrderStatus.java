package dev.capstan.simulator.exchange;

/** State of an order at the venue. */
public enum OrderStatus {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    EXPIRED;

    /** Whether more can happen to the order. */
    public boolean isOpen() {
        return this == NEW || this == PARTIALLY_FILLED;
    }
}
