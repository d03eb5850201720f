package dev.capstan.portfolio.ledger.adapter.postgres;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.portfolio.ledger.domain.FillBooking;
import dev.capstan.portfolio.ledger.domain.Ledger;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.PositionState;
import dev.capstan.trading.accounting.TradedPair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a booking: fill and position by comparing the version, then the entries, then what a late fill moved. */
class BookingWriter {

    private static final String FILL_AND_POSITION = """
            with added as (
                insert into fill (account_id, instrument_id, trade_id, venue_order_id, trade_order, side, last_price,
                                  last_quantity, commission, commission_asset, holding_after, cost_after,
                                  realized_pnl_after, occurred_at, recorded_at)
                values (:accountId, :instrumentId, :tradeId, :venueOrderId, :tradeOrder, :side, :lastPrice, :lastQuantity,
                        :commission, :commissionAsset, :holdingAfter, :costAfter, :realizedPnlAfter, :occurredAt, :recordedAt)
            )
            insert into position as page (account_id, instrument_id, base_asset, quote_asset, holding, cost, realized_pnl,
                                          version, stream_number, as_of)
            values (:accountId, :instrumentId, :baseAsset, :quoteAsset, :holding, :cost, :realizedPnl, :version,
                    :streamNumber, :recordedAt)
            on conflict (account_id, instrument_id) do update
            set base_asset = excluded.base_asset, quote_asset = excluded.quote_asset, holding = excluded.holding,
                cost = excluded.cost, realized_pnl = excluded.realized_pnl, version = excluded.version,
                stream_number = excluded.stream_number, as_of = excluded.as_of
            where page.version = :versionBefore and page.generation = :generation
              and (page.rebuild_until is not null) = :rebuilding
            """;

    private static final String LATER_STATES = """
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

    void write(FillBooking booking, Instant recordedAt) {
        writeFillAndPosition(booking, recordedAt);
        PositionFill fill = booking.fill();
        PositionBook after = booking.after();
        ledger.post(
                after.id(),
                booking.transactions(),
                after.streamNumber(),
                fill.rank().occurredAt(),
                recordedAt);
        if (!booking.later().isEmpty()) {
            writeLaterStates(booking);
        }
    }

    private void writeFillAndPosition(FillBooking booking, Instant recordedAt) {
        int written = fillParameters(booking, recordedAt)
                .param("versionBefore", booking.before().version())
                .param("generation", booking.before().generation())
                .param("rebuilding", booking.before().rebuilding())
                .update();
        if (written != 1) {
            throw new OptimisticLockingFailureException(
                    "position " + booking.after().key() + " was changed while a fill was booked");
        }
    }

    private JdbcClient.StatementSpec fillParameters(FillBooking booking, Instant recordedAt) {
        PositionFill fill = booking.fill();
        PositionBook after = booking.after();
        TradedPair pair = Objects.requireNonNull(after.pair(), "a booked fill has a pair");
        PositionState atPlace = booking.recosting().state();
        return keyed(FILL_AND_POSITION, after.key())
                .param("tradeId", fill.rank().tradeId().value())
                .param("venueOrderId", fill.rank().venueOrderId().value())
                .param("tradeOrder", fill.rank().tradeOrder())
                .param("side", fill.side().name())
                .param("lastPrice", fill.lastPrice().value())
                .param("lastQuantity", fill.lastQuantity().value())
                .param("commission", fill.commission().value())
                .param("commissionAsset", fill.commissionAsset().value())
                .param("holdingAfter", atPlace.holding().value())
                .param("costAfter", atPlace.cost().value())
                .param("realizedPnlAfter", atPlace.realizedPnl().value())
                .param("occurredAt", fill.rank().occurredAt().atOffset(ZoneOffset.UTC))
                .param("recordedAt", recordedAt.atOffset(ZoneOffset.UTC))
                .param("baseAsset", pair.baseAsset().value())
                .param("quoteAsset", pair.quoteAsset().value())
                .param("holding", after.state().holding().value())
                .param("cost", after.state().cost().value())
                .param("realizedPnl", after.state().realizedPnl().value())
                .param("version", after.version())
                .param("streamNumber", after.streamNumber());
    }

    private void writeLaterStates(FillBooking booking) {
        List<PositionState> states = booking.recosting().laterStates();
        keyed(LATER_STATES, booking.after().key())
                .param(
                        "tradeIds",
                        column(booking.later(), fill -> fill.rank().tradeId().value()))
                .param(
                        "venueOrderIds",
                        column(
                                booking.later(),
                                fill -> fill.rank().venueOrderId().value()))
                .param("holdings", column(states, state -> state.holding().text()))
                .param("costs", column(states, state -> state.cost().text()))
                .param(
                        "realizedPnls",
                        column(states, state -> state.realizedPnl().text()))
                .update();
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
