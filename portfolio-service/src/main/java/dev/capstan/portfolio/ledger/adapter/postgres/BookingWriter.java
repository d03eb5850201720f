package dev.capstan.portfolio.ledger.adapter.postgres;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.json.InstantText;
import dev.capstan.portfolio.ledger.domain.BookedFill;
import dev.capstan.portfolio.ledger.domain.Ledger;
import dev.capstan.portfolio.ledger.domain.LedgerFact;
import dev.capstan.portfolio.ledger.domain.PageBooking;
import dev.capstan.portfolio.ledger.domain.PlacedFill;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.TradedPair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a booking: fills and position by comparing the version, then the entries, then what late fills moved. */
class BookingWriter {

    private static final String FILLS_AND_POSITION = """
            with added as (
                insert into fill (account_id, instrument_id, trade_id, venue_order_id, trade_order, side, last_price,
                                  last_quantity, commission, commission_asset, holding_after, cost_after,
                                  realized_pnl_after, occurred_at, recorded_at)
                select :accountId, :instrumentId, told.trade_id, told.venue_order_id, told.trade_order::bigint, told.side,
                       told.last_price::numeric, told.last_quantity::numeric, told.commission::numeric,
                       told.commission_asset, told.holding::numeric, told.cost::numeric, told.realized_pnl::numeric,
                       told.occurred_at::timestamptz, told.recorded_at::timestamptz
                from unnest(:tradeIds::text[], :venueOrderIds::text[], :tradeOrders::text[], :sides::text[],
                            :lastPrices::text[], :lastQuantities::text[], :commissions::text[], :commissionAssets::text[],
                            :holdings::text[], :costs::text[], :realizedPnls::text[], :occurredAt::text[],
                            :recordedAt::text[])
                     as told (trade_id, venue_order_id, trade_order, side, last_price, last_quantity, commission,
                              commission_asset, holding, cost, realized_pnl, occurred_at, recorded_at)
            )
            insert into position as page (account_id, instrument_id, base_asset, quote_asset, holding, cost, realized_pnl,
                                          version, stream_number, as_of)
            values (:accountId, :instrumentId, :baseAsset, :quoteAsset, :holding, :cost, :realizedPnl, :version,
                    :streamNumber, :asOf)
            on conflict (account_id, instrument_id) do update
            set base_asset = excluded.base_asset, quote_asset = excluded.quote_asset, holding = excluded.holding,
                cost = excluded.cost, realized_pnl = excluded.realized_pnl, version = excluded.version,
                stream_number = excluded.stream_number, as_of = excluded.as_of
            where page.version = :versionBefore and page.generation = :generation
              and (page.rebuild_until is not null) = :rebuilding
            """;

    private static final String MOVED = """
            update fill
            set holding_after = state.holding::numeric, cost_after = state.cost::numeric,
                realized_pnl_after = state.realized_pnl::numeric
            from unnest(:tradeIds::text[], :venueOrderIds::text[], :holdings::text[], :costs::text[], :realizedPnls::text[])
                 as state (trade_id, venue_order_id, holding, cost, realized_pnl)
            where fill.account_id = :accountId and fill.instrument_id = :instrumentId
              and fill.trade_id = state.trade_id and fill.venue_order_id = state.venue_order_id
            """;

    private final JdbcClient jdbc;
    private final Ledger ledger;

    BookingWriter(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    void write(PageBooking booking) {
        writeFillsAndPosition(booking);
        ledger.post(
                booking.after().id(),
                booking.fills().stream().map(BookingWriter::fact).toList());
        if (!booking.moved().isEmpty()) {
            writeMoved(booking);
        }
    }

    private static LedgerFact fact(BookedFill booked) {
        return new LedgerFact(
                booked.transactions(),
                booked.told().number(),
                booked.told().fill().rank().occurredAt(),
                booked.told().recordedAt());
    }

    private void writeFillsAndPosition(PageBooking booking) {
        JdbcClient.StatementSpec statement =
                keyed(FILLS_AND_POSITION, booking.after().key());
        placed(statement, booking.fills().stream().map(BookingWriter::placed).toList());
        told(statement, booking.fills());
        int written = page(statement, booking.after())
                .param("versionBefore", booking.before().version())
                .param("generation", booking.before().generation())
                .param("rebuilding", booking.before().rebuilding())
                .update();
        if (written != 1) {
            throw new OptimisticLockingFailureException(
                    "position " + booking.after().key() + " was changed while fills were booked");
        }
    }

    private static PlacedFill placed(BookedFill booked) {
        return new PlacedFill(booked.told().fill(), booked.state());
    }

    private static void told(JdbcClient.StatementSpec statement, List<BookedFill> booked) {
        List<PositionFill> fills = booked.stream().map(one -> one.told().fill()).toList();
        statement
                .param(
                        "tradeOrders",
                        column(fills, fill -> Long.toString(fill.rank().tradeOrder())))
                .param("sides", column(fills, fill -> fill.side().name()))
                .param("lastPrices", column(fills, fill -> fill.lastPrice().text()))
                .param(
                        "lastQuantities",
                        column(fills, fill -> fill.lastQuantity().text()))
                .param("commissions", column(fills, fill -> fill.commission().text()))
                .param(
                        "commissionAssets",
                        column(fills, fill -> fill.commissionAsset().value()))
                .param(
                        "occurredAt",
                        column(fills, fill -> InstantText.of(fill.rank().occurredAt())))
                .param(
                        "recordedAt",
                        column(booked, one -> InstantText.of(one.told().recordedAt())));
    }

    /** Which fills, and the position after each. */
    private static void placed(JdbcClient.StatementSpec statement, List<PlacedFill> fills) {
        statement
                .param(
                        "tradeIds",
                        column(fills, one -> one.fill().rank().tradeId().value()))
                .param(
                        "venueOrderIds",
                        column(fills, one -> one.fill().rank().venueOrderId().value()))
                .param("holdings", column(fills, one -> one.state().holding().text()))
                .param("costs", column(fills, one -> one.state().cost().text()))
                .param(
                        "realizedPnls",
                        column(fills, one -> one.state().realizedPnl().text()));
    }

    private static JdbcClient.StatementSpec page(JdbcClient.StatementSpec statement, PositionBook after) {
        TradedPair pair = Objects.requireNonNull(after.pair(), "a page with fills has a pair");
        Instant asOf = Objects.requireNonNull(after.asOf(), "a page with fills is as of the last");
        return statement
                .param("baseAsset", pair.baseAsset().value())
                .param("quoteAsset", pair.quoteAsset().value())
                .param("holding", after.state().holding().value())
                .param("cost", after.state().cost().value())
                .param("realizedPnl", after.state().realizedPnl().value())
                .param("version", after.version())
                .param("streamNumber", after.streamNumber())
                .param("asOf", asOf.atOffset(ZoneOffset.UTC));
    }

    private void writeMoved(PageBooking booking) {
        JdbcClient.StatementSpec statement = keyed(MOVED, booking.after().key());
        placed(statement, booking.moved());
        statement.update();
    }

    private JdbcClient.StatementSpec keyed(String sql, StreamKey key) {
        return jdbc.sql(sql)
                .param("accountId", key.accountId().value())
                .param("instrumentId", key.instrumentId().text());
    }

    private static <T> String[] column(List<T> items, Function<T, String> value) {
        return items.stream().map(value).toArray(String[]::new);
    }
}
