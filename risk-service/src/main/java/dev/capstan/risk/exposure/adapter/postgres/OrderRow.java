package dev.capstan.risk.exposure.adapter.postgres;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.risk.ReservationAnswer.Outcome;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.risk.exposure.domain.BookedOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code booked_order}. */
final class OrderRow {

    static final String COLUMNS = """
            order_id, account_id, instrument_id, client_order_id, side, quantity, reserved_price, outcome, denial_reason, \
            denial_context, status, filled_quantity, held_quantity, last_event_number, booked_at""";

    static final String UPSERT = """
            INSERT INTO booked_order (%s)
            VALUES (:orderId, :accountId, :instrumentId, :clientOrderId, :side, :quantity, :reservedPrice, :outcome, :denialReason,
                    :denialContext, :status, :filled, :held, :lastEventNumber, :bookedAt)
            ON CONFLICT (order_id) DO UPDATE
               SET reserved_price = excluded.reserved_price, outcome = excluded.outcome, denial_reason = excluded.denial_reason,
                   denial_context = excluded.denial_context, status = excluded.status,
                   filled_quantity = excluded.filled_quantity, held_quantity = excluded.held_quantity,
                   last_event_number = excluded.last_event_number, booked_at = excluded.booked_at""".formatted(COLUMNS);

    private OrderRow() {}

    static BookedOrder read(ResultSet row, int number) throws SQLException {
        String status = row.getString("status");
        return new BookedOrder(
                OrderId.of(row.getObject("order_id", UUID.class)),
                ClientOrderId.parse(row.getString("client_order_id")),
                PositionRow.key(row),
                Side.valueOf(row.getString("side")),
                Quantity.of(PositionRow.plain(row.getBigDecimal("quantity"))),
                Price.of(PositionRow.plain(row.getBigDecimal("reserved_price"))),
                answer(row),
                status == null ? null : OrderStatus.valueOf(status),
                Quantity.of(PositionRow.plain(row.getBigDecimal("filled_quantity"))),
                Quantity.of(PositionRow.plain(row.getBigDecimal("held_quantity"))),
                row.getLong("last_event_number"),
                row.getTimestamp("booked_at").toInstant());
    }

    static Map<String, @Nullable Object> params(BookedOrder order) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("orderId", order.orderId().value());
        params.put("accountId", order.key().accountId().value());
        params.put("instrumentId", order.key().instrumentId().text());
        params.put("clientOrderId", order.clientOrderId().text());
        params.put("side", order.side().name());
        params.put("quantity", order.quantity().value());
        params.put("reservedPrice", order.reservedPrice().value());
        params.put("status", name(order.status()));
        params.put("filled", order.filled().value());
        params.put("held", order.held().value());
        params.put("lastEventNumber", order.lastEventNumber());
        params.put("bookedAt", Timestamp.from(order.bookedAt()));
        ReservationAnswer answer = order.answer();
        params.put("outcome", answer == null ? null : answer.outcome().name());
        params.put("denialReason", answer == null ? null : name(answer.reason()));
        params.put("denialContext", answer == null ? null : answer.context());
        return params;
    }

    private static @Nullable ReservationAnswer answer(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String reason = row.getString("denial_reason");
        return outcome == null
                ? null
                : new ReservationAnswer(
                        Outcome.valueOf(outcome),
                        reason == null ? null : DenialReason.valueOf(reason),
                        row.getString("denial_context"));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
