package dev.capstan.portfolio.balance.adapter.kafka;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.operations.AlertEvent;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import dev.capstan.portfolio.balance.domain.Comparison;
import dev.capstan.portfolio.balance.domain.DriftAlerts;
import dev.capstan.portfolio.balance.domain.Snapshot;
import dev.capstan.portfolio.ledger.domain.FactId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Alert {@code BALANCE_DRIFT}, one for each asset that differs. */
@Component
class OutboxDriftAlerts implements DriftAlerts {

    private static final String CODE = "BALANCE_DRIFT";

    private final Outbox outbox;
    private final Clock clock;
    private final Counter drifts;

    OutboxDriftAlerts(Outbox outbox, Clock clock, MeterRegistry registry) {
        this.outbox = outbox;
        this.clock = clock;
        this.drifts = registry.counter("capstan.portfolio.balance.drifts");
    }

    @Override
    public void raise(Comparison comparison) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        outbox.append(comparison.differences().stream()
                .map(difference -> message(comparison.snapshot(), difference, now))
                .toList());
        drifts.increment(comparison.differences().size());
    }

    private static OutboxMessage message(Snapshot snapshot, Comparison.Difference difference, Instant now) {
        String account = snapshot.accountId().text();
        UUID eventId = FactId.of(
                CODE, snapshot.eventId().toString(), difference.asset().text());
        String detail = "asset=" + difference.asset() + " venue=" + difference.venue() + " ledger="
                + difference.ledger() + " difference=" + difference.amount() + " snapshot=" + snapshot.eventId();
        AlertEvent alert = new AlertEvent(eventId, CODE, account, account, detail, now);
        return new OutboxMessage(Topics.ALERT_EVENTS, account, eventId, "AlertRaised.v1", now, alert);
    }
}
