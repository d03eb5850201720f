package dev.capstan.portfolio.rebuild.adapter.kafka;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.operations.AlertEvent;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import dev.capstan.portfolio.rebuild.domain.RebuildAlerts;
import dev.capstan.portfolio.rebuild.domain.RebuiltBook;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Alert {@code LEDGER_REBUILD_DIFFERS}: the old entries are still there, so a person can say which were wrong. */
@Component
class OutboxRebuildAlerts implements RebuildAlerts {

    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    OutboxRebuildAlerts(Outbox outbox, Ids ids, Clock clock) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void raise(RebuiltBook book) {
        UUID eventId = ids.next();
        String account = book.accountId().text();
        String subject = account + "|" + book.book();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String detail = "before=" + book.before() + " after=" + book.after();
        outbox.append(new OutboxMessage(
                Topics.ALERT_EVENTS,
                subject,
                eventId,
                "AlertRaised.v1",
                now,
                new AlertEvent(eventId, "LEDGER_REBUILD_DIFFERS", subject, account, detail, now)));
    }
}
