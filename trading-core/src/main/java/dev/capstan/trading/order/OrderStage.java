package dev.capstan.trading.order;

import dev.capstan.contracts.value.OrderStatus;

/** An order's status, with the one distinction that the status does not show: whether a NEW order is decided. */
public enum OrderStage {
    /** Stored, neither approved nor denied. */
    NEW_UNDECIDED(OrderStatus.NEW),
    /** Approved, not yet claimed for sending. */
    NEW_APPROVED(OrderStatus.NEW),
    SUBMITTED(OrderStatus.SUBMITTED),
    ACCEPTED(OrderStatus.ACCEPTED),
    PARTIALLY_FILLED(OrderStatus.PARTIALLY_FILLED),
    FILLED(OrderStatus.FILLED),
    CANCELED(OrderStatus.CANCELED),
    EXPIRED(OrderStatus.EXPIRED),
    REJECTED(OrderStatus.REJECTED),
    DENIED(OrderStatus.DENIED),
    UNKNOWN(OrderStatus.UNKNOWN);

    private final OrderStatus status;

    OrderStage(OrderStatus status) {
        this.status = status;
    }

    /**
     * The stage of an order.
     *
     * @param approved whether the order was ever approved; matters for NEW only
     */
    public static OrderStage of(OrderStatus status, boolean approved) {
        return switch (status) {
            case NEW -> approved ? NEW_APPROVED : NEW_UNDECIDED;
            case SUBMITTED -> SUBMITTED;
            case ACCEPTED -> ACCEPTED;
            case PARTIALLY_FILLED -> PARTIALLY_FILLED;
            case FILLED -> FILLED;
            case CANCELED -> CANCELED;
            case EXPIRED -> EXPIRED;
            case REJECTED -> REJECTED;
            case DENIED -> DENIED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** What the outside sees. */
    public OrderStatus status() {
        return status;
    }

    public boolean isTerminal() {
        return status.isTerminal();
    }
}
