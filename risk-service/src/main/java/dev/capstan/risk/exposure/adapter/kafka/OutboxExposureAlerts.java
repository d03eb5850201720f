package dev.capstan.risk.exposure.adapter.kafka;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.operations.AlertEvent;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import dev.capstan.risk.exposure.application.ExposureAlerts;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.trading.risk.Denial;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Alerts {@code LIMIT_EXCEEDED} and {@code EXPOSURE_NOT_JUDGED} on {@code operations.alert.events.v1}. */
@Component
class OutboxExposureAlerts implements ExposureAlerts {

    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    OutboxExposureAlerts(Outbox outbox, Ids ids, Clock clock) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void beyondLimit(BookedOrder order, Denial denial) {
        raise("LIMIT_EXCEEDED", order, "reason=%s %s".formatted(denial.reason(), denial.context()));
    }

    @Override
    public void notJudged(BookedOrder order) {
        raise("EXPOSURE_NOT_JUDGED", order, "no price or no conversion is known");
    }

    private void raise(String code, BookedOrder order, String detail) {
        UUID eventId = ids.next();
        Instant now = clock.instant();
        String subject = order.orderId().text();
        AlertEvent alert = new AlertEvent(
                eventId,
                code,
                subject,
                order.key().accountId().text(),
                "instrumentId=%s clientOrderId=%s %s"
                        .formatted(order.key().instrumentId(), order.clientOrderId(), detail),
                now);
        outbox.append(new OutboxMessage(Topics.ALERT_EVENTS, subject, eventId, "AlertRaised.v1", now, alert));
    }
}
