package dev.capstan.simulator.exchange.order;

/** In which state an order has to be to be canceled. */
public enum CancelRestriction {
    NONE,
    ONLY_NEW,
    ONLY_PARTIALLY_FILLED;

    public boolean allows(OrderStatus status) {
        return switch (this) {
            case NONE -> true;
            case ONLY_NEW -> status == OrderStatus.NEW;
            case ONLY_PARTIALLY_FILLED -> status == OrderStatus.PARTIALLY_FILLED;
        };
    }
}
