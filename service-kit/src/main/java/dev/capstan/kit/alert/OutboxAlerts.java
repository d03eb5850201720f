package dev.capstan.kit.alert;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.operations.AlertEvent;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class OutboxAlerts implements Alerts {

    private static final Logger log = LoggerFactory.getLogger(OutboxAlerts.class);

    private final Outbox outbox;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    OutboxAlerts(Outbox outbox, Transactions transactions, Ids ids, Clock clock) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void raise(String code, String subject, @Nullable String accountId, String detail) {
        UUID id = ids.next();
        Instant now = clock.instant();
        AlertEvent alert = new AlertEvent(id, code, subject, accountId, detail, now);
        transactions.run(
                () -> outbox.append(new OutboxMessage(Topics.ALERT_EVENTS, subject, id, "AlertRaised.v1", now, alert)));
        log.warn("Alert {} about {}: {}", code, subject, detail);
    }
}
