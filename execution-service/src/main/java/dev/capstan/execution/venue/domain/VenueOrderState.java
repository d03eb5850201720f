package dev.capstan.execution.venue.domain;

/** What a venue says about an order; a venue never says NEW, SUBMITTED, UNKNOWN or DENIED. */
public enum VenueOrderState {
    ACCEPTED,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    EXPIRED,
    REJECTED;

    public boolean isTerminal() {
        return switch (this) {
            case FILLED, CANCELED, EXPIRED, REJECTED -> true;
            case ACCEPTED, PARTIALLY_FILLED -> false;
        };
    }
}
