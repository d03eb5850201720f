package dev.capstan.strategy.run.adapter.postgres;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.value.Side;
import dev.capstan.strategy.run.application.RunRecord;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.strategy.Signal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRunRecord implements RunRecord {

    private final JdbcClient jdbc;

    JdbcRunRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SignalLine> signals(RunId id, Instant after, int limit) {
        return jdbc.sql(
                        "SELECT candle_open_time, signal FROM run_signals WHERE run_id = :run AND candle_open_time > :after"
                                + " ORDER BY candle_open_time LIMIT :limit")
                .param("run", id.value())
                .param("after", Timestamp.from(after))
                .param("limit", limit)
                .query((row, _) -> new SignalLine(
                        row.getTimestamp("candle_open_time").toInstant(), Signal.valueOf(row.getString("signal"))))
                .list();
    }

    @Override
    public List<IntentLine> intents(RunId id, int skip, int limit) {
        return jdbc.sql(AttemptRows.SELECT + "run_id = :run ORDER BY intent_number, attempt LIMIT :limit OFFSET :skip")
                .param("run", id.value())
                .param("limit", limit)
                .param("skip", skip)
                .query((row, _) -> line(AttemptRows.read(row)))
                .list();
    }

    private static IntentLine line(Attempt attempt) {
        return new IntentLine(
                attempt.number(),
                attempt.attempt(),
                attempt.decidedAt(),
                attempt.side(),
                Decimal8.decimal(attempt.quantity()),
                Decimal8.decimal(attempt.stop()),
                attempt.target() == 0 ? null : Decimal8.decimal(attempt.target()),
                attempt.reason(),
                attempt.state(),
                attempt.cause(),
                attempt.orderId());
    }

    @Override
    public List<FillLine> fills(RunId id, int skip, int limit) {
        return jdbc.sql(
                        "SELECT * FROM run_fills WHERE run_id = :run ORDER BY intent_number, attempt, created_at, trade_id"
                                + " LIMIT :limit OFFSET :skip")
                .param("run", id.value())
                .param("limit", limit)
                .param("skip", skip)
                .query((row, _) -> new FillLine(
                        row.getInt("intent_number"),
                        row.getInt("attempt"),
                        Side.valueOf(row.getString("side")),
                        Decimal8.decimal(row.getLong("price")),
                        Decimal8.decimal(row.getLong("quantity")),
                        row.getBigDecimal("commission"),
                        Asset.parse(row.getString("commission_asset")),
                        VenueOrderId.parse(row.getString("venue_order_id")),
                        TradeId.parse(row.getString("trade_id")),
                        row.getTimestamp("occurred_at").toInstant()))
                .list();
    }
}
