package dev.capstan.risk.exposure.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.kit.jdbc.RoundTrip;
import dev.capstan.risk.exposure.application.ExposureReads;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.exposure.domain.InstrumentBook;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import dev.capstan.trading.risk.exposure.OpenOrder;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@link ExposureBooks} in PostgreSQL. */
@Repository
class JdbcExposureBooks implements ExposureBooks, ExposureReads {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String LOCK = "SELECT " + PositionRow.COLUMNS
            + " FROM instrument_exposure i WHERE i.account_id = ? AND i.instrument_id = ? FOR UPDATE";
    private static final String OF_ORDER = "SELECT " + OrderRow.COLUMNS + " FROM booked_order WHERE order_id = ?";
    private static final String ANSWERED = "SELECT " + OrderRow.COLUMNS
            + " FROM booked_order WHERE account_id = ? AND client_order_id = ? AND outcome IS NOT NULL";

    /** One statement, so one snapshot: a fill is seen either as held or as position, never as neither. */
    private static final String ACCOUNT = "SELECT " + PositionRow.COLUMNS + """
            , o.side, o.held_quantity, o.reserved_price
              FROM instrument_exposure i
              LEFT JOIN booked_order o
                ON o.account_id = i.account_id AND o.instrument_id = i.instrument_id AND o.held_quantity > 0
             WHERE i.account_id = ? ORDER BY i.instrument_id""";

    private final JdbcClient jdbc;

    JdbcExposureBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public InstrumentPosition lock(StreamKey key) {
        return findLocked(key).orElseGet(() -> {
            open(key);
            return findLocked(key).orElseThrow();
        });
    }

    @Override
    public Supplier<Optional<InstrumentPosition>> lock(StreamKey key, RoundTrip trip) {
        return first(trip.query(
                LOCK,
                List.of(key.accountId().value(), key.instrumentId().text()),
                (row, number) -> PositionRow.read(row)));
    }

    @Override
    public void open(StreamKey key) {
        jdbc.sql("INSERT INTO instrument_exposure (account_id, instrument_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(key.accountId().value(), key.instrumentId().text())
                .update();
    }

    @Override
    public Optional<BookedOrder> find(OrderId orderId) {
        return jdbc.sql(OF_ORDER).param(orderId.value()).query(OrderRow::read).optional();
    }

    @Override
    public Supplier<Optional<BookedOrder>> find(OrderId orderId, RoundTrip trip) {
        return first(trip.query(OF_ORDER, List.of(orderId.value()), OrderRow::read));
    }

    @Override
    public List<BookedOrder> findAll(Set<OrderId> orderIds) {
        return jdbc.sql("SELECT " + OrderRow.COLUMNS + " FROM booked_order WHERE order_id = ANY (:orderIds::uuid[])")
                .param("orderIds", orderIds.stream().map(OrderId::text).toArray(String[]::new))
                .query(OrderRow::read)
                .list();
    }

    @Override
    public Supplier<Optional<BookedOrder>> findAnswered(
            AccountId accountId, ClientOrderId clientOrderId, RoundTrip trip) {
        return first(trip.query(ANSWERED, List.of(accountId.value(), clientOrderId.text()), OrderRow::read));
    }

    @Override
    public void save(InstrumentPosition position, List<BookedOrder> orders) {
        jdbc.sql("WITH booked AS (" + OrderRow.UPSERT + ") " + PositionRow.SET)
                .params(OrderRow.params(orders))
                .params(PositionRow.params(position))
                .update();
    }

    @Override
    public void save(BookedOrder order) {
        jdbc.sql(OrderRow.UPSERT).params(OrderRow.params(List.of(order))).update();
    }

    @Override
    public void save(InstrumentPosition position) {
        jdbc.sql(PositionRow.SET).params(PositionRow.params(position)).update();
    }

    @Override
    public List<InstrumentBook> account(AccountId accountId) {
        return books(jdbc.sql(ACCOUNT)
                .param(accountId.value())
                .query(JdbcExposureBooks::bookLine)
                .list());
    }

    @Override
    public Supplier<List<InstrumentBook>> account(AccountId accountId, RoundTrip trip) {
        RoundTrip.Rows<BookLine> lines = trip.query(ACCOUNT, List.of(accountId.value()), JdbcExposureBooks::bookLine);
        return () -> books(lines.list());
    }

    @Override
    public List<BookedOrder> orders(StreamKey key) {
        return jdbc.sql("SELECT " + OrderRow.COLUMNS
                        + " FROM booked_order WHERE account_id = ? AND instrument_id = ? ORDER BY order_id")
                .params(key.accountId().value(), key.instrumentId().text())
                .query(OrderRow::read)
                .list();
    }

    @Override
    public void beginRebuild(StreamKey key) {
        // An order no event told of keeps what its reservation holds; the others start at their reservation and replay
        // from there.
        jdbc.sql("""
                        WITH orders AS (
                            UPDATE booked_order
                               SET status = NULL, filled_quantity = 0, last_event_number = 0,
                                   held_quantity = CASE WHEN outcome = 'APPROVED' THEN quantity ELSE 0 END
                             WHERE account_id = :accountId AND instrument_id = :instrumentId AND last_event_number > 0)
                        UPDATE instrument_exposure
                           SET position_quantity = 0, last_event_number = 0,
                               rebuild_until = nullif(greatest(rebuild_until, last_event_number), 0)
                         WHERE account_id = :accountId AND instrument_id = :instrumentId""")
                .param("accountId", key.accountId().value())
                .param("instrumentId", key.instrumentId().text())
                .update();
    }

    @Override
    public List<StreamKey> rebuilding() {
        return jdbc.sql("SELECT account_id, instrument_id FROM instrument_exposure WHERE rebuild_until IS NOT NULL")
                .query((row, number) -> PositionRow.key(row))
                .list();
    }

    @Override
    public List<BookedOrder> unheardOf(Instant before, @Nullable OrderId after, int limit) {
        return jdbc.sql("SELECT " + OrderRow.COLUMNS + """
                         FROM booked_order
                        WHERE held_quantity > 0 AND booked_at < ? AND order_id > ?
                          AND (status IS NULL OR status IN ('NEW', 'SUBMITTED', 'UNKNOWN'))
                        ORDER BY order_id LIMIT ?""")
                .params(Timestamp.from(before), after == null ? BEFORE_ALL : after.value(), limit)
                .query(OrderRow::read)
                .list();
    }

    @Override
    public Held held() {
        return jdbc.sql("SELECT count(*) AS orders, min(booked_at) AS oldest FROM booked_order WHERE held_quantity > 0")
                .query((row, number) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new Held(row.getLong("orders"), oldest == null ? null : oldest.toInstant());
                })
                .single();
    }

    private Optional<InstrumentPosition> findLocked(StreamKey key) {
        return jdbc.sql(LOCK)
                .params(key.accountId().value(), key.instrumentId().text())
                .query((row, number) -> PositionRow.read(row))
                .optional();
    }

    private static <T> Supplier<Optional<T>> first(RoundTrip.Rows<T> rows) {
        return () -> rows.list().stream().findFirst();
    }

    /** A key, and one of its open orders when it has any. */
    private record BookLine(InstrumentPosition position, Optional<OpenOrder> openOrder) {}

    private static BookLine bookLine(ResultSet row, int number) throws SQLException {
        return new BookLine(PositionRow.read(row), openOrder(row));
    }

    private static List<InstrumentBook> books(List<BookLine> lines) {
        Map<StreamKey, InstrumentPosition> positions = new LinkedHashMap<>();
        Map<StreamKey, List<OpenOrder>> openOrders = new LinkedHashMap<>();
        for (BookLine line : lines) {
            StreamKey key = line.position().key();
            positions.putIfAbsent(key, line.position());
            List<OpenOrder> open = openOrders.computeIfAbsent(key, absent -> new ArrayList<>());
            line.openOrder().ifPresent(open::add);
        }
        return positions.values().stream()
                .map(position -> new InstrumentBook(position, openOrders.getOrDefault(position.key(), List.of())))
                .toList();
    }

    private static Optional<OpenOrder> openOrder(ResultSet row) throws SQLException {
        BigDecimal held = row.getBigDecimal("held_quantity");
        return held == null
                ? Optional.empty()
                : Optional.of(new OpenOrder(
                        Side.valueOf(row.getString("side")),
                        Quantity.of(PositionRow.plain(held)),
                        Price.of(PositionRow.plain(row.getBigDecimal("reserved_price")))));
    }
}
