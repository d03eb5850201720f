package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.operations.AlertEvent;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.execution.order.application.OpenStreams;
import dev.capstan.execution.order.application.OrderAlerts;
import dev.capstan.execution.order.application.OrderKnownException;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.execution.order.domain.OrderFact;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.RoundTrip;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;

/** What one transaction does to the streams it holds. */
final class JdbcOpenStreams implements OpenStreams {

    /** A takeover may have hundreds of claims to put in doubt: those go in several round trips. */
    private static final int AT_A_TIME = 10;

    /** The steps on the way to the venue: a word of the venue follows within milliseconds, and tells more. */
    private static final Set<OrderEventType> ON_THE_WAY =
            EnumSet.of(OrderEventType.OrderReceived, OrderEventType.OrderApproved, OrderEventType.OrderSubmitted);

    private final RoundTrip trip;
    private final EventJson json;
    private final Ids ids;
    private final Clock clock;
    private final SortedMap<StreamKey, Long> lastNumbers;
    private final long lockedAt = System.nanoTime();
    private final List<OutboxMessage> messages = new ArrayList<>();
    private final List<Order> changed = new ArrayList<>();
    private final Map<RoundTrip.Rows<Long>, Supplier<RuntimeException>> written = new LinkedHashMap<>();

    JdbcOpenStreams(JdbcOperations jdbc, EventJson json, Ids ids, Clock clock, SortedMap<StreamKey, Long> lastNumbers) {
        this.trip = new RoundTrip(jdbc);
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.lastNumbers = lastNumbers;
    }

    void add(OrderChange birth) {
        write(
                OrderWrite.insert(birth.after(), number(birth)),
                birth,
                () -> new OrderKnownException(birth.after().terms()));
    }

    @Override
    public void store(Order before, OrderChange change) {
        if (change.after().equals(before)) {
            return;
        }
        // Nobody may change an order without its stream: this is a bug, and nothing of the transaction may stay.
        write(
                OrderWrite.update(change.after(), number(change)),
                change,
                () -> new OptimisticLockingFailureException("order " + before.id() + " is not at " + before.version()));
    }

    /** Writes what is left, and the records to publish, in one round trip. */
    void end(Outbox outbox) {
        outbox.append(messages, trip);
        send();
    }

    List<Order> changed() {
        return changed;
    }

    Duration held() {
        return Duration.ofNanos(System.nanoTime() - lockedAt);
    }

    private void write(Sql sql, OrderChange change, Supplier<RuntimeException> unless) {
        changed.add(change.after());
        written.put(trip.query(sql.text(), sql.values(), (row, index) -> row.getLong(1)), unless);
        if (trip.size() >= AT_A_TIME) {
            send();
        }
    }

    private void send() {
        trip.send();
        written.forEach((rows, unless) -> {
            if (rows.only() != 1) {
                throw unless.get();
            }
        });
        written.clear();
    }

    private List<StoredEvent> number(OrderChange change) {
        List<StoredEvent> events = new ArrayList<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (OrderFact fact : change.facts()) {
            OrderEvent event =
                    fact.numbered(ids.next(), next(fact.after().terms().streamKey()), now);
            StoredEvent stored = new StoredEvent(event, json);
            events.add(stored);
            messages.add(message(stored));
            OrderAlerts.of(fact, ids.next(), now).map(JdbcOpenStreams::message).ifPresent(messages::add);
        }
        return events;
    }

    private long next(StreamKey key) {
        long next = Objects.requireNonNull(lastNumbers.get(key), () -> "stream " + key + " is not locked") + 1;
        lastNumbers.put(key, next);
        return next;
    }

    /** What is published is, byte for byte, what is kept. */
    private static OutboxMessage message(StoredEvent stored) {
        OrderEvent event = stored.event();
        return new OutboxMessage(
                Topics.ORDER_EVENTS,
                event.streamKey().text(),
                event.eventId(),
                event.type().name() + ".v1",
                event.occurredAt(),
                stored.payload(),
                ON_THE_WAY.contains(event.type()));
    }

    private static OutboxMessage message(AlertEvent alert) {
        return new OutboxMessage(
                Topics.ALERT_EVENTS, alert.subject(), alert.eventId(), "AlertRaised.v1", alert.raisedAt(), alert);
    }
}
