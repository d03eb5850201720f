package dev.capstan.portfolio.ledger.adapter.postgres;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.portfolio.ledger.domain.Books;
import dev.capstan.portfolio.ledger.domain.FillBooking;
import dev.capstan.portfolio.ledger.domain.Ledger;
import dev.capstan.trading.accounting.FillRank;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.PositionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Books in PostgreSQL. A booking of the newest fill costs one read and two writes. */
@Component
class JdbcBooks implements Books {

    private static final String OPEN = """
            select page.*,
                   same.trade_id, same.venue_order_id, same.trade_order, same.occurred_at, same.side,
                   same.last_price, same.last_quantity, same.commission, same.commission_asset,
                   newest.occurred_at as newest_occurred_at, newest.trade_order as newest_trade_order,
                   newest.venue_order_id as newest_venue_order_id, newest.trade_id as newest_trade_id
            from position page
            left join fill same
              on same.account_id = page.account_id and same.instrument_id = page.instrument_id
             and same.trade_id = :tradeId and same.venue_order_id = :venueOrderId
            left join lateral (
                select occurred_at, trade_order, venue_order_id, trade_id
                from fill
                where fill.account_id = page.account_id and fill.instrument_id = page.instrument_id
                order by occurred_at desc, trade_order desc, venue_order_id desc, trade_id desc
                limit 1) newest on true
            where page.account_id = :accountId and page.instrument_id = :instrumentId
            """;

    private static final String BEFORE = """
            select holding_after, cost_after, realized_pnl_after
            from fill
            where account_id = :accountId and instrument_id = :instrumentId
              and (occurred_at, trade_order, venue_order_id, trade_id)
                  < (:occurredAt, :tradeOrder, :venueOrderId, :tradeId)
            order by occurred_at desc, trade_order desc, venue_order_id desc, trade_id desc
            limit 1
            """;

    private static final String AFTER = """
            select *
            from fill
            where account_id = :accountId and instrument_id = :instrumentId
              and (occurred_at, trade_order, venue_order_id, trade_id)
                  > (:occurredAt, :tradeOrder, :venueOrderId, :tradeId)
            order by occurred_at, trade_order, venue_order_id, trade_id
            """;

    private final JdbcClient jdbc;
    private final BookingWriter writer;

    JdbcBooks(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.writer = new BookingWriter(jdbc, ledger);
    }

    @Override
    public Opened open(StreamKey key, FillRank rank) {
        return jdbc.sql(OPEN)
                .param("accountId", key.accountId().value())
                .param("instrumentId", key.instrumentId().text())
                .param("tradeId", rank.tradeId().value())
                .param("venueOrderId", rank.venueOrderId().value())
                .query((row, index) -> opened(row))
                .optional()
                .orElseGet(() -> Opened.unwritten(key));
    }

    @Override
    public PositionState stateBefore(StreamKey key, FillRank rank) {
        return byRank(BEFORE, key, rank)
                .query((row, index) -> FillRow.stateAfter(row))
                .optional()
                .orElse(PositionState.FLAT);
    }

    @Override
    public List<PositionFill> fillsAfter(StreamKey key, FillRank rank) {
        return byRank(AFTER, key, rank).query((row, index) -> FillRow.read(row)).list();
    }

    @Override
    public void save(FillBooking booking, Instant recordedAt) {
        writer.write(booking, recordedAt);
    }

    private JdbcClient.StatementSpec byRank(String sql, StreamKey key, FillRank rank) {
        return jdbc.sql(sql)
                .param("accountId", key.accountId().value())
                .param("instrumentId", key.instrumentId().text())
                .param("occurredAt", rank.occurredAt().atOffset(ZoneOffset.UTC))
                .param("tradeOrder", rank.tradeOrder())
                .param("venueOrderId", rank.venueOrderId().value())
                .param("tradeId", rank.tradeId().value());
    }

    private static Opened opened(ResultSet row) throws SQLException {
        return new Opened(
                PositionRow.read(row),
                row.getString("trade_id") == null ? null : FillRow.read(row),
                row.getString("newest_trade_id") == null ? null : FillRow.rank(row, "newest_"));
    }
}
