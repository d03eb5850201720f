package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamEvents;
import dev.capstan.kit.alert.Alerts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Counts subscriptions and tells operators of a stream that stays down. */
@Component
class StreamAlerts implements StreamEvents {

    private static final Logger LOG = LoggerFactory.getLogger(StreamAlerts.class);
    private static final String CODE = "VENUE_STREAM_DOWN";

    private final Alerts alerts;
    private final Counter subscriptions;

    StreamAlerts(Alerts alerts, MeterRegistry metrics) {
        this.alerts = alerts;
        this.subscriptions = Counter.builder("websocket.reconnects")
                .description("User data stream subscriptions made, the first of each session included")
                .register(metrics);
    }

    @Override
    public void streamUp(AccountId accountId) {
        subscriptions.increment();
    }

    /** An alert that cannot be stored must not keep the stream from trying again. */
    @Override
    public void streamStaysDown(AccountId accountId, String reason) {
        try {
            alerts.raise(CODE, accountId.text(), accountId.text(), "venue=BINANCE attempts=5 reason=" + reason);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The alert {} about account {} could not be stored: {}", CODE, accountId, e.getMessage());
        }
    }
}
