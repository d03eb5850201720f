package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.value.Price;
import dev.capstan.execution.order.domain.Claim;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.Ending;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.order.domain.RequestOrigin;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One statement that writes an order, its stream's number, its events and its fills; it answers how many order rows it wrote. */
final class OrderWrite {

    /** How long the call that made an order is left alone with it before any replica may decide it. */
    static final Duration UNDISTURBED = Duration.ofSeconds(2);

    private static final List<String> STATE = List.of(
            "status",
            "approved_at",
            "denial_reason",
            "denial_context",
            "end_reason",
            "end_detail",
            "claim_owner",
            "claim_fence",
            "claim_attempt",
            "claim_timestamp",
            "claim_window_ms",
            "claimed_at",
            "claim_refusal",
            "venue_order_id",
            "filled_quantity",
            "cumulative_quote",
            "venue_executed",
            "cancel_requested",
            "doubt_since",
            "version");

    private final Sql sql = new Sql();

    private OrderWrite() {}

    static Sql insert(Order order, List<StoredEvent> events) {
        OrderWrite write = new OrderWrite();
        write.sql
                .add(
                        "WITH written AS (INSERT INTO orders (order_id, client_order_id, account_id, instrument_id, acting_subject, "
                                + "idempotency_key, request_fingerprint, side, order_type, time_in_force, quantity, limit_price, "
                                + "trigger_price, received_at, submit_by, decide_after, " + String.join(", ", STATE)
                                + ") VALUES ")
                .row(concat(terms(order.terms()), state(order)))
                .add(" ON CONFLICT DO NOTHING RETURNING 1)");
        return write.events(order.terms(), events);
    }

    static Sql update(Order order, List<StoredEvent> events) {
        OrderWrite write = new OrderWrite();
        write.sql
                .add("WITH written AS (UPDATE orders SET updated_at = clock_timestamp(), (" + String.join(", ", STATE)
                        + ") = ROW ")
                .row(state(order))
                .add(
                        " WHERE order_id = ? AND version = ? RETURNING 1)",
                        order.id().value(),
                        order.version());
        return write.events(order.terms(), events);
    }

    private Sql events(OrderTerms terms, List<StoredEvent> events) {
        if (!events.isEmpty()) {
            UUID account = terms.accountId().value();
            sql.add(
                    ", counted AS (UPDATE order_stream SET last_number = ? WHERE account_id = ? AND instrument_id = ?)",
                    events.getLast().event().number(),
                    account,
                    terms.instrumentId());
            sql.add(", told AS (INSERT INTO order_event (account_id, instrument_id, number, order_id, event_id, type, "
                    + "payload, recorded_at) VALUES ");
            String comma = "";
            for (StoredEvent stored : events) {
                OrderEvent event = stored.event();
                sql.add(comma)
                        .row(
                                account,
                                terms.instrumentId(),
                                event.number(),
                                terms.orderId().value(),
                                event.eventId(),
                                event.type(),
                                stored.payload(),
                                event.recordedAt());
                comma = ", ";
            }
            sql.add(")");
            fills(terms, events);
        }
        return sql.add(" SELECT count(*) FROM written");
    }

    private void fills(OrderTerms terms, List<StoredEvent> events) {
        String start = ", booked AS (INSERT INTO fill (account_id, instrument_id, trade_id, venue_order_id, order_id, "
                + "trade_order, side, last_price, last_quantity, commission, commission_asset, maker, source, occurred_at, "
                + "recorded_at) VALUES ";
        String end = "";
        for (StoredEvent stored : events) {
            FillDetails fill = stored.event().fill();
            if (fill != null) {
                sql.add(start).row(fillValues(terms, fill, stored.event()));
                start = ", ";
                end = ")";
            }
        }
        sql.add(end);
    }

    private static Object[] fillValues(OrderTerms terms, FillDetails fill, OrderEvent event) {
        return new Object[] {
            terms.accountId().value(),
            terms.instrumentId(),
            fill.tradeId(),
            fill.venueOrderId(),
            terms.orderId().value(),
            fill.tradeOrder(),
            terms.side(),
            fill.lastPrice().value(),
            fill.lastQuantity().value(),
            fill.commission().value(),
            fill.commissionAsset(),
            fill.maker(),
            event.source(),
            fill.occurredAt(),
            event.recordedAt()
        };
    }

    private static @Nullable Object[] terms(OrderTerms terms) {
        RequestOrigin origin = terms.origin();
        return new @Nullable Object[] {
            terms.orderId().value(),
            terms.clientOrderId(),
            terms.accountId().value(),
            terms.instrumentId(),
            terms.actingSubject(),
            origin == null ? null : origin.idempotencyKey(),
            origin == null ? null : origin.fingerprint(),
            terms.side(),
            terms.orderType(),
            terms.timeInForce(),
            terms.quantity().value(),
            value(terms.limitPrice()),
            value(terms.triggerPrice()),
            terms.receivedAt(),
            terms.submitBy(),
            terms.receivedAt().plus(UNDISTURBED)
        };
    }

    private static @Nullable BigDecimal value(@Nullable Price price) {
        return price == null ? null : price.value();
    }

    private static @Nullable Object[] state(Order order) {
        Denial denial = order.denial();
        Ending ending = order.ending();
        Claim claim = order.claim();
        return new @Nullable Object[] {
            order.status(),
            order.approvedAt(),
            denial == null ? null : denial.reason(),
            denial == null ? null : denial.context(),
            ending == null ? null : ending.reason(),
            ending == null ? null : ending.detail(),
            claim == null ? null : claim.owner(),
            claim == null ? null : claim.fence(),
            claim == null ? null : claim.attempt(),
            claim == null ? null : claim.timestamp(),
            claim == null ? null : claim.window().toMillis(),
            claim == null ? null : claim.claimedAt(),
            claim == null ? null : claim.refusal(),
            order.venueOrderId(),
            order.execution().filledQuantity().value(),
            order.execution().cumulativeQuote().value(),
            order.execution().venueExecuted().value(),
            order.cancelRequested(),
            order.doubtSince(),
            order.version() + 1
        };
    }

    private static @Nullable Object[] concat(@Nullable Object[] first, @Nullable Object[] second) {
        @Nullable Object[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
