package dev.capstan.strategy.run.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.value.Side;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.AttemptState;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.run.IntentReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts as rows. */
final class AttemptRows {

    static final String SELECT = "SELECT * FROM run_intents WHERE ";

    private static final String PUT = """
            INSERT INTO run_intents (run_id, intent_number, attempt, strategy_version, candle_open_time, side, quantity, stop, target,
                   reason, decided_at, expires_at_market_time, idempotency_key, client_order_id, state, order_id, cause, last_price,
                   due_at, sent_at, ended_at)
            VALUES (:run, :number, :attempt, :version, :candle, :side, :quantity, :stop, :target, :reason, :decidedAt, :expiresAt,
                   :key, :clientOrderId, :state, :orderId, :cause, :lastPrice, :dueAt, :sentAt, :endedAt)
            ON CONFLICT (run_id, intent_number, attempt) DO UPDATE
               SET state = excluded.state, order_id = excluded.order_id, cause = excluded.cause, last_price = excluded.last_price,
                   due_at = excluded.due_at, sent_at = excluded.sent_at, ended_at = excluded.ended_at,
                   updated_at = clock_timestamp()""";

    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Attempt attempt) {
        OrderId order = attempt.orderId();
        jdbc.sql(PUT)
                .param("run", attempt.runId().value())
                .param("number", attempt.number())
                .param("attempt", attempt.attempt())
                .param("version", attempt.strategyVersion())
                .param("candle", Timestamp.from(attempt.candleOpenTime()))
                .param("side", attempt.side().name())
                .param("quantity", attempt.quantity())
                .param("stop", attempt.stop())
                .param("target", attempt.target())
                .param("reason", attempt.reason().name())
                .param("decidedAt", Timestamp.from(attempt.decidedAt()))
                .param("expiresAt", Timestamp.from(attempt.expiresAt()))
                .param("key", attempt.key())
                .param("clientOrderId", attempt.clientOrderId().text())
                .param("state", attempt.state().name())
                .param("orderId", order == null ? null : order.value())
                .param("cause", attempt.cause())
                .param("lastPrice", attempt.lastPrice())
                .param("dueAt", Timestamp.from(attempt.dueAt()))
                .param("sentAt", timestamp(attempt.sentAt()))
                .param("endedAt", timestamp(attempt.endedAt()))
                .update();
    }

    Optional<Attempt> open(RunId run) {
        return jdbc.sql(SELECT + "run_id = :run AND state <> 'ENDED'")
                .param("run", run.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The open ones of all runs of an account, by run. */
    Map<RunId, Attempt> openOf(AccountId account) {
        return jdbc
                .sql("SELECT i.* FROM run_intents i JOIN strategy_runs r ON r.id = i.run_id"
                        + " WHERE r.account_id = :account AND i.state <> 'ENDED'")
                .param("account", account.value())
                .query((row, _) -> read(row))
                .stream()
                .collect(Collectors.toMap(Attempt::runId, Function.identity()));
    }

    Optional<Attempt> ofOrder(ClientOrderId id) {
        return jdbc.sql(SELECT + "client_order_id = :id")
                .param("id", id.text())
                .query((row, _) -> read(row))
                .optional();
    }

    static Attempt read(ResultSet row) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        long lastPrice = row.getLong("last_price");
        Long price = row.wasNull() ? null : lastPrice;
        return new Attempt(
                new RunId(row.getObject("run_id", UUID.class)),
                row.getInt("intent_number"),
                row.getInt("attempt"),
                row.getInt("strategy_version"),
                row.getTimestamp("candle_open_time").toInstant(),
                Side.valueOf(row.getString("side")),
                row.getLong("quantity"),
                row.getLong("stop"),
                row.getLong("target"),
                IntentReason.valueOf(row.getString("reason")),
                row.getTimestamp("decided_at").toInstant(),
                row.getTimestamp("expires_at_market_time").toInstant(),
                row.getString("idempotency_key"),
                ClientOrderId.parse(row.getString("client_order_id")),
                AttemptState.valueOf(row.getString("state")),
                order == null ? null : OrderId.of(order),
                row.getString("cause"),
                price,
                row.getTimestamp("due_at").toInstant(),
                instant(row.getTimestamp("sent_at")),
                instant(row.getTimestamp("ended_at")));
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
