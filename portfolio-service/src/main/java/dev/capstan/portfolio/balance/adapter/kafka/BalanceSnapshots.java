package dev.capstan.portfolio.balance.adapter.kafka;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent;
import dev.capstan.kit.consumer.EventHandler;
import dev.capstan.kit.consumer.EventRuleViolation;
import dev.capstan.portfolio.balance.application.CompareBalances;
import dev.capstan.portfolio.balance.domain.Snapshot;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Work consumer {@code portfolio-balances}: keeps each snapshot once and compares at once what can be compared. */
@Component
class BalanceSnapshots implements EventHandler<BalanceSnapshotEvent> {

    private final CompareBalances compareBalances;

    BalanceSnapshots(CompareBalances compareBalances) {
        this.compareBalances = compareBalances;
    }

    @Override
    public String consumerName() {
        return "portfolio-balances";
    }

    @Override
    public String topic() {
        return Topics.BALANCE_EVENTS;
    }

    @Override
    public Class<BalanceSnapshotEvent> payloadType() {
        return BalanceSnapshotEvent.class;
    }

    @Override
    public void apply(BalanceSnapshotEvent payload, UUID eventId, Instant occurredAt) {
        compareBalances.receive(snapshot(payload), occurredAt);
    }

    private static Snapshot snapshot(BalanceSnapshotEvent payload) {
        try {
            return Snapshot.of(payload);
        } catch (IllegalArgumentException e) {
            throw new EventRuleViolation("snapshot " + payload.eventId() + ": " + e.getMessage());
        }
    }
}
