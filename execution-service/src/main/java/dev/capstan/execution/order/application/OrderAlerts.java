package dev.capstan.execution.order.application;

import dev.capstan.contracts.operations.AlertEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.execution.order.domain.OrderFact;
import dev.capstan.execution.order.domain.OrderTerms;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which facts a person should look at. */
public final class OrderAlerts {

    private OrderAlerts() {}

    /** The alert that goes out with the fact, in its transaction. */
    public static Optional<AlertEvent> of(OrderFact fact, UUID eventId, Instant raisedAt) {
        String code = code(fact);
        if (code == null) {
            return Optional.empty();
        }
        OrderTerms terms = fact.after().terms();
        String detail = "instrumentId=" + terms.instrumentId() + " clientOrderId=" + terms.clientOrderId()
                + (fact.detail() == null ? "" : " detail=" + fact.detail());
        return Optional.of(new AlertEvent(
                eventId, code, terms.orderId().text(), terms.accountId().text(), detail, raisedAt));
    }

    private static @Nullable String code(OrderFact fact) {
        if (fact.type() == OrderEventType.OrderInDoubt) {
            return "ORDER_IN_DOUBT";
        }
        if (fact.type() == OrderEventType.OrderReopened) {
            return "ORDER_REOPENED";
        }
        boolean found = fact.after().terms().isExternal()
                && fact.type() == OrderEventType.OrderAccepted
                && fact.after().version() == 0;
        return found ? "ORDER_EXTERNAL" : null;
    }
}
