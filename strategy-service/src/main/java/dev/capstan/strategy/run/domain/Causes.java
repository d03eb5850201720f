package dev.capstan.strategy.run.domain;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.OrderEvent;
import java.util.Objects;
import java.util.Set;

/** Why attempts end. An order's own end is named as execution names it. */
public final class Causes {

    public static final String FILLED = "FILLED";
    /** The bar it could act in was over before it was an order. */
    public static final String EXPIRED = "EXPIRED";
    /** The run ended before it was sent. */
    public static final String RUN_ENDED = "RUN_ENDED";
    /** Runs of the account hold as many positions as they may. */
    public static final String GUARD_OPEN_POSITIONS = "GUARD_OPEN_POSITIONS";

    public static final String ORDER_REFUSED = "ORDER_REFUSED";

    /** Nothing was wrong with the order: in the same bar it is worth another attempt. */
    private static final Set<String> TECHNICAL = Set.of(
            DenialReason.RISK_UNAVAILABLE.name(),
            DenialReason.INSTRUMENT_IN_DOUBT.name(),
            EndReason.SUBMIT_TOO_LATE.name(),
            EndReason.SUBMIT_NEVER_ARRIVED.name());

    private Causes() {}

    static boolean isTechnical(String cause) {
        return TECHNICAL.contains(cause);
    }

    /** The cause that {@code event}, which ends an order, gives. */
    static String of(OrderEvent event) {
        return switch (event.type()) {
            case OrderDenied -> Objects.requireNonNull(event.denialReason()).name();
            case OrderRejected -> "REJECTED";
            case OrderCanceled ->
                event.endReason() == EndReason.CANCELED_BEFORE_SUBMIT ? "CANCELED_BEFORE_SUBMIT" : "CANCELED";
            case OrderExpired ->
                event.endReason() == null || event.endReason() == EndReason.VENUE
                        ? "EXPIRED_AT_VENUE"
                        : event.endReason().name();
            case OrderFilled -> FILLED;
            case OrderReceived,
                    OrderApproved,
                    OrderSubmitted,
                    OrderAccepted,
                    OrderCancelRequested,
                    OrderInDoubt,
                    OrderReopened -> throw new IllegalArgumentException("ends no order: " + event.type());
        };
    }
}
