package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.operations.AlertEvent;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamEvents;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Counts connections and tells operators of a stream that stays down. */
@Component
class StreamAlerts implements StreamEvents {

    private static final Logger LOG = LoggerFactory.getLogger(StreamAlerts.class);
    private static final String CODE = "VENUE_STREAM_DOWN";

    private final Outbox outbox;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final Counter connections;

    StreamAlerts(Outbox outbox, Transactions transactions, Ids ids, Clock clock, MeterRegistry metrics) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.connections = Counter.builder("websocket.reconnects")
                .description("User data stream subscriptions made, the first of each session included")
                .register(metrics);
    }

    @Override
    public void streamUp(AccountId accountId) {
        connections.increment();
    }

    /** An alert that cannot be stored must not keep the stream from trying again. */
    @Override
    public void streamStaysDown(AccountId accountId) {
        UUID eventId = ids.next();
        AlertEvent alert = new AlertEvent(
                eventId, CODE, accountId.text(), accountId.text(), "venue=BINANCE attempts=5", clock.instant());
        try {
            transactions.run(() -> outbox.append(new OutboxMessage(
                    Topics.ALERT_EVENTS, alert.subject(), eventId, "AlertRaised.v1", alert.raisedAt(), alert)));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The alert {} about account {} could not be stored: {}", CODE, accountId, e.getMessage());
        }
    }
}
