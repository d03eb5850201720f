package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.operations.AlertEvent;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.execution.order.application.OpenStreams;
import dev.capstan.execution.order.application.OrderAlerts;
import dev.capstan.execution.order.application.OrderKnownException;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.execution.order.domain.OrderFact;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.outbox.OutboxMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one transaction does to the streams it holds. */
final class JdbcOpenStreams implements OpenStreams {

    private final JdbcClient jdbc;
    private final EventJson json;
    private final Ids ids;
    private final Clock clock;
    private final SortedMap<StreamKey, Long> lastNumbers;
    private final long lockedAt = System.nanoTime();
    private final List<OutboxMessage> messages = new ArrayList<>();
    private final List<Order> changed = new ArrayList<>();

    JdbcOpenStreams(JdbcClient jdbc, EventJson json, Ids ids, Clock clock, SortedMap<StreamKey, Long> lastNumbers) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.lastNumbers = lastNumbers;
    }

    @Override
    public Order order(OrderId orderId) {
        return jdbc.sql("SELECT * FROM orders WHERE order_id = ?")
                .param(orderId.value())
                .query(OrderRow::read)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no order " + orderId));
    }

    @Override
    public void add(OrderChange birth) {
        if (write(OrderWrite.insert(birth.after(), number(birth)), birth) != 1) {
            throw new OrderKnownException(birth.after().terms());
        }
    }

    @Override
    public void store(Order before, OrderChange change) {
        if (change.after().equals(before)) {
            return;
        }
        if (write(OrderWrite.update(change.after(), number(change)), change) != 1) {
            // Nobody may change an order without its stream: this is a bug, and nothing of the transaction may stay.
            throw new OptimisticLockingFailureException("order " + before.id() + " is not at " + before.version());
        }
    }

    List<OutboxMessage> messages() {
        return messages;
    }

    List<Order> changed() {
        return changed;
    }

    Duration held() {
        return Duration.ofNanos(System.nanoTime() - lockedAt);
    }

    private long write(Sql sql, OrderChange change) {
        changed.add(change.after());
        return jdbc.sql(sql.text()).params(sql.values()).query(Long.class).single();
    }

    private List<StoredEvent> number(OrderChange change) {
        List<StoredEvent> events = new ArrayList<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (OrderFact fact : change.facts()) {
            OrderEvent event =
                    fact.numbered(ids.next(), next(fact.after().terms().streamKey()), now);
            events.add(new StoredEvent(event, json));
            messages.add(message(event));
            OrderAlerts.of(fact, ids.next(), now).map(JdbcOpenStreams::message).ifPresent(messages::add);
        }
        return events;
    }

    private long next(StreamKey key) {
        long next = Objects.requireNonNull(lastNumbers.get(key), () -> "stream " + key + " is not locked") + 1;
        lastNumbers.put(key, next);
        return next;
    }

    private static OutboxMessage message(OrderEvent event) {
        return new OutboxMessage(
                Topics.ORDER_EVENTS,
                event.streamKey().text(),
                event.eventId(),
                event.type().name() + ".v1",
                event.occurredAt(),
                event);
    }

    private static OutboxMessage message(AlertEvent alert) {
        return new OutboxMessage(
                Topics.ALERT_EVENTS, alert.subject(), alert.eventId(), "AlertRaised.v1", alert.raisedAt(), alert);
    }
}
