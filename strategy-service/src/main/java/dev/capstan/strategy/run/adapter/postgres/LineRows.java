package dev.capstan.strategy.run.adapter.postgres;

import dev.capstan.strategy.run.domain.RunFill;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.strategy.Signal;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signals and fills as rows, which are only ever added. */
final class LineRows {

    private static final String ADD_FILL = """
            INSERT INTO run_fills (run_id, venue_order_id, trade_id, intent_number, attempt, side, price, quantity, commission,
                   commission_asset, occurred_at)
            VALUES (:run, :venueOrder, :trade, :number, :attempt, :side, :price, :quantity, :commission, :asset, :at)
            ON CONFLICT DO NOTHING""";

    private final JdbcClient jdbc;

    LineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addSignal(RunId id, Instant candleOpenTime, Signal signal) {
        jdbc.sql("INSERT INTO run_signals (run_id, candle_open_time, signal) VALUES (:run, :time, :signal)")
                .param("run", id.value())
                .param("time", Timestamp.from(candleOpenTime))
                .param("signal", signal.name())
                .update();
    }

    /** False when it was there before. */
    boolean addFill(RunFill fill) {
        return jdbc.sql(ADD_FILL)
                        .param("run", fill.runId().value())
                        .param("venueOrder", fill.venueOrderId().text())
                        .param("trade", fill.tradeId().text())
                        .param("number", fill.intentNumber())
                        .param("attempt", fill.attempt())
                        .param("side", fill.side().name())
                        .param("price", fill.price())
                        .param("quantity", fill.quantity())
                        .param("commission", fill.commission())
                        .param("asset", fill.commissionAsset().text())
                        .param("at", Timestamp.from(fill.occurredAt()))
                        .update()
                == 1;
    }
}
