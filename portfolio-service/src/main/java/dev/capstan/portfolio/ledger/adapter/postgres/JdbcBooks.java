package dev.capstan.portfolio.ledger.adapter.postgres;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.portfolio.ledger.domain.Books;
import dev.capstan.portfolio.ledger.domain.FillSequence;
import dev.capstan.portfolio.ledger.domain.Ledger;
import dev.capstan.portfolio.ledger.domain.PageBooking;
import dev.capstan.portfolio.ledger.domain.PlacedFill;
import dev.capstan.trading.accounting.FillRank;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.PositionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Books in PostgreSQL. A booking costs one read and two writes; where a fill is late, one of each more. */
@Component
class JdbcBooks implements Books {

    /** One row at least when there is a page, and one for each fill that is booked already. */
    private static final String OPEN = """
            select page.*,
                   same.trade_id, same.venue_order_id, same.trade_order, same.occurred_at, same.side,
                   same.last_price, same.last_quantity, same.commission, same.commission_asset,
                   newest.occurred_at as newest_occurred_at, newest.trade_order as newest_trade_order,
                   newest.venue_order_id as newest_venue_order_id, newest.trade_id as newest_trade_id,
                   newest.holding_after as newest_holding_after, newest.cost_after as newest_cost_after,
                   newest.realized_pnl_after as newest_realized_pnl_after
            from position page
            left join lateral (
                select fill.*
                from unnest(:tradeIds::text[], :venueOrderIds::text[]) as told (trade_id, venue_order_id)
                join fill
                  on fill.account_id = page.account_id and fill.instrument_id = page.instrument_id
                 and fill.trade_id = told.trade_id and fill.venue_order_id = told.venue_order_id) same on true
            left join lateral (
                select occurred_at, trade_order, venue_order_id, trade_id, holding_after, cost_after, realized_pnl_after
                from fill
                where fill.account_id = page.account_id and fill.instrument_id = page.instrument_id
                order by occurred_at desc, trade_order desc, venue_order_id desc, trade_id desc
                limit 1) newest on true
            where page.account_id = :accountId and page.instrument_id = :instrumentId
            """;

    /** The last fill before a rank, whose state is what came before, and all fills behind it. */
    private static final String BEHIND = """
            (select false as behind, fill.*
             from fill
             where account_id = :accountId and instrument_id = :instrumentId
               and (occurred_at, trade_order, venue_order_id, trade_id)
                   < (:occurredAt, :tradeOrder, :venueOrderId, :tradeId)
             order by occurred_at desc, trade_order desc, venue_order_id desc, trade_id desc
             limit 1)
            union all
            select true as behind, fill.*
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
    public Opened open(StreamKey key, List<FillRank> ranks) {
        return jdbc.sql(OPEN)
                .param("accountId", key.accountId().value())
                .param("instrumentId", key.instrumentId().text())
                .param(
                        "tradeIds",
                        ranks.stream().map(rank -> rank.tradeId().value()).toArray(String[]::new))
                .param(
                        "venueOrderIds",
                        ranks.stream().map(rank -> rank.venueOrderId().value()).toArray(String[]::new))
                .query(rows -> rows.next() ? opened(rows) : Opened.unwritten(key));
    }

    @Override
    public FillSequence behind(StreamKey key, FillRank rank) {
        return jdbc.sql(BEHIND)
                .param("accountId", key.accountId().value())
                .param("instrumentId", key.instrumentId().text())
                .param("occurredAt", rank.occurredAt().atOffset(ZoneOffset.UTC))
                .param("tradeOrder", rank.tradeOrder())
                .param("venueOrderId", rank.venueOrderId().value())
                .param("tradeId", rank.tradeId().value())
                .query(JdbcBooks::sequence);
    }

    @Override
    public void save(PageBooking booking) {
        writer.write(booking);
    }

    /** Page and newest fill are the same in every row. */
    private static Opened opened(ResultSet rows) throws SQLException {
        Opened first = new Opened(PositionRow.read(rows), List.of(), newest(rows));
        List<PositionFill> booked = new ArrayList<>();
        do {
            if (rows.getString("trade_id") != null) {
                booked.add(FillRow.read(rows));
            }
        } while (rows.next());
        return new Opened(first.page(), booked, first.newest());
    }

    private static @Nullable Newest newest(ResultSet row) throws SQLException {
        return row.getString("newest_trade_id") == null
                ? null
                : new Newest(FillRow.rank(row, "newest_"), FillRow.stateAfter(row, "newest_"));
    }

    private static FillSequence sequence(ResultSet rows) throws SQLException {
        PositionState before = PositionState.FLAT;
        List<PlacedFill> behind = new ArrayList<>();
        while (rows.next()) {
            if (rows.getBoolean("behind")) {
                behind.add(new PlacedFill(FillRow.read(rows), FillRow.stateAfter(rows, "")));
            } else {
                before = FillRow.stateAfter(rows, "");
            }
        }
        return new FillSequence(before, behind);
    }
}
