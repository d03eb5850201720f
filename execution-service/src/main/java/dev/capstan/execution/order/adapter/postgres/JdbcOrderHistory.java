package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderStanding;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.order.application.OrderHistory;
import dev.capstan.execution.order.application.StreamPage;
import dev.capstan.kit.json.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads of {@code order_event}. */
final class JdbcOrderHistory implements OrderHistory {

    private final JdbcClient jdbc;
    private final EventJson json;

    JdbcOrderHistory(JdbcClient jdbc, EventJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public StreamPage stream(StreamKey key, long after, int limit) {
        long lastNumber = lastNumber(key);
        List<byte[]> events = jdbc.sql("SELECT payload FROM order_event WHERE account_id = ? AND instrument_id = ? "
                        + "AND number > ? ORDER BY number LIMIT ?")
                .param(key.accountId().value())
                .param(key.instrumentId().text())
                .param(after)
                .param(limit)
                .query((row, index) -> row.getBytes(1))
                .list();
        return new StreamPage(events, lastNumber);
    }

    @Override
    public List<OrderEvent> timeline(OrderId orderId) {
        return jdbc.sql("SELECT payload FROM order_event WHERE order_id = ? ORDER BY number")
                .param(orderId.value())
                .query((row, index) -> json.read(row.getBytes(1), OrderEvent.class))
                .list();
    }

    @Override
    public long lastNumber(StreamKey key) {
        return jdbc.sql("SELECT last_number FROM order_stream WHERE account_id = ? AND instrument_id = ?")
                .param(key.accountId().value())
                .param(key.instrumentId().text())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public List<OrderStanding> standings(List<ClientOrderId> clientOrderIds) {
        Sql sql = new Sql()
                .add(
                        "SELECT o.client_order_id, o.account_id, o.status, s.last_number FROM orders o JOIN order_stream s "
                                + "USING (account_id, instrument_id) WHERE o.client_order_id = ANY (string_to_array(?, ' '))",
                        clientOrderIds.stream().map(ClientOrderId::text).collect(Collectors.joining(" ")));
        Map<ClientOrderId, OrderStanding> found =
                jdbc.sql(sql.text()).params(sql.values()).query(JdbcOrderHistory::standing).list().stream()
                        .collect(Collectors.toMap(
                                OrderStanding::clientOrderId, Function.identity(), (one, other) -> one));
        return clientOrderIds.stream()
                .map(id -> found.getOrDefault(id, new OrderStanding(id, null, null, 0)))
                .toList();
    }

    private static OrderStanding standing(ResultSet row, int index) throws SQLException {
        return new OrderStanding(
                ClientOrderId.parse(row.getString("client_order_id")),
                row.getString("account_id"),
                OrderStatus.valueOf(row.getString("status")),
                row.getLong("last_number"));
    }
}
