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
import dev.capstan.kit.json.InstantText;
import dev.capstan.risk.exposure.domain.BookedOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of {@code booked_order}. */
final class OrderRow {

    static final String COLUMNS = """
            order_id, account_id, instrument_id, client_order_id, side, quantity, reserved_price, outcome, denial_reason, \
            denial_context, status, filled_quantity, held_quantity, last_event_number, booked_at""";

    /** Of any number of orders, each there once: PostgreSQL refuses to update a row twice in one statement. */
    static final String UPSERT = """
            INSERT INTO booked_order (%s)
            SELECT order_id::uuid, account_id::uuid, instrument_id, client_order_id, side, quantity::numeric,
                   reserved_price::numeric, outcome, denial_reason, denial_context, status, filled_quantity::numeric,
                   held_quantity::numeric, last_event_number::bigint, booked_at::timestamptz
              FROM unnest(:orderIds::text[], :accountIds::text[], :instrumentIds::text[], :clientOrderIds::text[],
                          :sides::text[], :quantities::text[], :reservedPrices::text[], :outcomes::text[],
                          :denialReasons::text[], :denialContexts::text[], :statuses::text[], :filled::text[],
                          :held::text[], :lastEventNumbers::text[], :bookedAt::text[]) AS told (%s)
            ON CONFLICT (order_id) DO UPDATE
               SET reserved_price = excluded.reserved_price, outcome = excluded.outcome, denial_reason = excluded.denial_reason,
                   denial_context = excluded.denial_context, status = excluded.status,
                   filled_quantity = excluded.filled_quantity, held_quantity = excluded.held_quantity,
                   last_event_number = excluded.last_event_number, booked_at = excluded.booked_at""".formatted(COLUMNS, COLUMNS);

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

    /** For {@link #UPSERT}: a column each, as text. */
    static Map<String, @Nullable Object> params(List<BookedOrder> orders) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("orderIds", column(orders, order -> order.orderId().text()));
        params.put("accountIds", column(orders, order -> order.key().accountId().text()));
        params.put(
                "instrumentIds",
                column(orders, order -> order.key().instrumentId().text()));
        params.put(
                "clientOrderIds", column(orders, order -> order.clientOrderId().text()));
        params.put("sides", column(orders, order -> order.side().name()));
        params.put("quantities", column(orders, order -> order.quantity().text()));
        params.put(
                "reservedPrices", column(orders, order -> order.reservedPrice().text()));
        params.put("outcomes", answers(orders, answer -> answer.outcome().name()));
        params.put("denialReasons", answers(orders, answer -> name(answer.reason())));
        params.put("denialContexts", answers(orders, ReservationAnswer::context));
        params.put("statuses", column(orders, order -> name(order.status())));
        params.put("filled", column(orders, order -> order.filled().text()));
        params.put("held", column(orders, order -> order.held().text()));
        params.put("lastEventNumbers", column(orders, order -> Long.toString(order.lastEventNumber())));
        params.put("bookedAt", column(orders, order -> InstantText.of(order.bookedAt())));
        return params;
    }

    private static @Nullable String[] answers(
            List<BookedOrder> orders, Function<ReservationAnswer, @Nullable String> value) {
        return column(orders, order -> {
            ReservationAnswer answer = order.answer();
            return answer == null ? null : value.apply(answer);
        });
    }

    private static @Nullable String[] column(List<BookedOrder> orders, Function<BookedOrder, @Nullable String> value) {
        @Nullable String[] column = new @Nullable String[orders.size()];
        for (int place = 0; place < column.length; place++) {
            column[place] = value.apply(orders.get(place));
        }
        return column;
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
