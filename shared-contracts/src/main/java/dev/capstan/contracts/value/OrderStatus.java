package dev.capstan.contracts.value;

/** State of an order; the legal moves between states are trading-core's {@code OrderTransitions}. */
public enum OrderStatus {
    /** Stored, not yet sent: the intent. */
    NEW,
    /** Claimed for sending; the venue may know it. */
    SUBMITTED,
    /** The venue answered that it rests on the book. */
    ACCEPTED,
    /** Some of it filled, the rest rests. */
    PARTIALLY_FILLED,
    /** Filled whole. */
    FILLED,
    /** Ended by a request to cancel; what filled before stays filled. */
    CANCELED,
    /** Ended by its own terms or because it provably never reached the venue. */
    EXPIRED,
    /** Refused by the venue. */
    REJECTED,
    /** Refused by us; the venue never saw it. */
    DENIED,
    /** Sent, outcome not known yet; queried, never sent again. */
    UNKNOWN;

    public boolean isTerminal() {
        return switch (this) {
            case FILLED, CANCELED, EXPIRED, REJECTED, DENIED -> true;
            case NEW, SUBMITTED, ACCEPTED, PARTIALLY_FILLED, UNKNOWN -> false;
        };
    }
}
