package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.execution.order.application.BookedOrder;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.kit.jdbc.RoundTrip;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a transaction asks in the round trip of its stream's lock. The lock goes first, so each of the others, a statement of its own, begins
 * after it was granted and sees what the last holder committed.
 */
final class StreamReads {

    static final String LOCK =
            "SELECT last_number FROM order_stream WHERE account_id = ? AND instrument_id = ? FOR UPDATE";

    private static final String ORDER = "SELECT * FROM orders WHERE order_id = ?";

    private static final String BY_CLIENT_ID = "SELECT * FROM orders WHERE account_id = ? AND client_order_id = ?";

    /** The key of the fill table begins like this: each trade is looked up, however many fills the instrument has. */
    private static final String BOOKED =
            "SELECT o.*, ARRAY (SELECT f.trade_id FROM fill f WHERE f.account_id = o.account_id "
                    + "AND f.instrument_id = o.instrument_id AND f.trade_id = ANY (string_to_array(?, ' ')) AND f.venue_order_id = ?) "
                    + "AS booked_trades FROM orders o WHERE ";

    private static final String DOUBT = "SELECT o.*, EXISTS (SELECT FROM orders d WHERE d.account_id = o.account_id "
            + "AND d.instrument_id = o.instrument_id AND d.status = 'UNKNOWN') AS in_doubt FROM orders o WHERE order_id = ?";

    private StreamReads() {}

    static RoundTrip.Rows<Long> lock(StreamKey key, RoundTrip trip) {
        return trip.query(LOCK, key(key), (row, index) -> row.getLong(1));
    }

    static List<Object> key(StreamKey key) {
        return List.of(key.accountId().value(), key.instrumentId().text());
    }

    static RoundTrip.Rows<Order> order(OrderId orderId, RoundTrip trip) {
        return trip.query(ORDER, List.of(orderId.value()), OrderRow::read);
    }

    static RoundTrip.Rows<Order> namesake(Order order, RoundTrip trip) {
        ClientOrderId id = order.terms().clientOrderId();
        return trip.query(BY_CLIENT_ID, List.of(order.terms().accountId().value(), id.text()), OrderRow::read);
    }

    static RoundTrip.Rows<BookedOrder> booked(
            OrderId orderId, VenueOrderId venueOrderId, Collection<TradeId> trades, RoundTrip trip) {
        Sql sql = booked(venueOrderId, trades).add("o.order_id = ?", orderId.value());
        return trip.query(sql.text(), sql.values(), StreamReads::booked);
    }

    /** Up to its WHERE. No trade id holds a blank. */
    static Sql booked(VenueOrderId venueOrderId, Collection<TradeId> trades) {
        return new Sql().add(BOOKED, trades.stream().map(TradeId::text).collect(Collectors.joining(" ")), venueOrderId);
    }

    static BookedOrder booked(ResultSet row, int index) throws SQLException {
        return new BookedOrder(OrderRow.read(row, index), trades(row.getArray("booked_trades")));
    }

    static RoundTrip.Rows<DoubtfulOrder> doubtful(OrderId orderId, RoundTrip trip) {
        return trip.query(
                DOUBT,
                List.of(orderId.value()),
                (row, index) -> new DoubtfulOrder(OrderRow.read(row, index), row.getBoolean("in_doubt")));
    }

    private static Set<TradeId> trades(Array column) throws SQLException {
        Stream<Object> ids = Arrays.stream((Object[]) column.getArray());
        return ids.map(id -> TradeId.parse((String) id)).collect(Collectors.toSet());
    }

    /** An order, and whether any of its stream is in doubt. */
    record DoubtfulOrder(Order order, boolean inDoubt) {}
}
