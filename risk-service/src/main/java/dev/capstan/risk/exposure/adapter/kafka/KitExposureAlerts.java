package dev.capstan.risk.exposure.adapter.kafka;

import dev.capstan.kit.alert.Alerts;
import dev.capstan.risk.exposure.application.ExposureAlerts;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.trading.risk.Denial;
import org.springframework.stereotype.Component;

/** Alerts {@code LIMIT_EXCEEDED} and {@code EXPOSURE_NOT_JUDGED} on {@code operations.alert.events.v1}, through the outbox. */
@Component
class KitExposureAlerts implements ExposureAlerts {

    private final Alerts alerts;

    KitExposureAlerts(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public void beyondLimit(BookedOrder order, Denial denial) {
        raise("LIMIT_EXCEEDED", order, "reason=%s %s".formatted(denial.reason(), denial.context()));
    }

    @Override
    public void notJudged(BookedOrder order) {
        raise("EXPOSURE_NOT_JUDGED", order, "missing=price-or-conversion");
    }

    private void raise(String code, BookedOrder order, String detail) {
        alerts.raise(
                code,
                order.orderId().text(),
                order.key().accountId().text(),
                "instrumentId=%s clientOrderId=%s %s"
                        .formatted(order.key().instrumentId(), order.clientOrderId(), detail));
    }
}
