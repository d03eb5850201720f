package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.execution.order.domain.Claim;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.Ending;
import dev.capstan.execution.order.domain.Execution;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.order.domain.RequestOrigin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code orders}. */
final class OrderRow {

    private OrderRow() {}

    static Order read(ResultSet row, int index) throws SQLException {
        return new Order(
                terms(row),
                OrderStatus.valueOf(row.getString("status")),
                Sql.instant(row, "approved_at"),
                denial(row),
                ending(row),
                claim(row),
                venueOrderId(row),
                execution(row),
                row.getBoolean("cancel_requested"),
                Sql.instant(row, "doubt_since"),
                row.getLong("version"));
    }

    private static OrderTerms terms(ResultSet row) throws SQLException {
        return new OrderTerms(
                OrderId.of(row.getObject("order_id", UUID.class)),
                ClientOrderId.parse(row.getString("client_order_id")),
                AccountId.of(row.getObject("account_id", UUID.class)),
                InstrumentId.parse(row.getString("instrument_id")),
                row.getString("acting_subject"),
                Side.valueOf(row.getString("side")),
                OrderType.valueOf(row.getString("order_type")),
                TimeInForce.valueOf(row.getString("time_in_force")),
                Quantity.of(Sql.decimal(row, "quantity")),
                price(row, "limit_price"),
                price(row, "trigger_price"),
                origin(row),
                required(row, "received_at"),
                required(row, "submit_by"));
    }

    private static @Nullable Price price(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column) == null ? null : Price.of(Sql.decimal(row, column));
    }

    private static @Nullable RequestOrigin origin(ResultSet row) throws SQLException {
        String key = row.getString("idempotency_key");
        return key == null ? null : new RequestOrigin(key, row.getString("request_fingerprint"));
    }

    private static @Nullable Denial denial(ResultSet row) throws SQLException {
        String reason = row.getString("denial_reason");
        return reason == null ? null : new Denial(DenialReason.valueOf(reason), row.getString("denial_context"));
    }

    private static @Nullable Ending ending(ResultSet row) throws SQLException {
        String reason = row.getString("end_reason");
        return reason == null ? null : new Ending(EndReason.valueOf(reason), row.getString("end_detail"));
    }

    private static @Nullable Claim claim(ResultSet row) throws SQLException {
        String owner = row.getString("claim_owner");
        return owner == null
                ? null
                : new Claim(
                        owner,
                        row.getLong("claim_fence"),
                        row.getInt("claim_attempt"),
                        required(row, "claim_timestamp"),
                        Duration.ofMillis(row.getLong("claim_window_ms")),
                        required(row, "claimed_at"),
                        row.getString("claim_refusal"));
    }

    private static @Nullable VenueOrderId venueOrderId(ResultSet row) throws SQLException {
        String id = row.getString("venue_order_id");
        return id == null ? null : VenueOrderId.parse(id);
    }

    private static Execution execution(ResultSet row) throws SQLException {
        return new Execution(
                Quantity.of(Sql.decimal(row, "filled_quantity")),
                Money.of(Sql.decimal(row, "cumulative_quote")),
                Quantity.of(Sql.decimal(row, "venue_executed")));
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Sql.instant(row, column), column);
    }
}
