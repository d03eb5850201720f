package dev.capstan.strategy.run.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.json.EventJson;
import dev.capstan.strategy.CallKey;
import dev.capstan.strategy.run.application.LiveRuns;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunFill;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.StrategyKinds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows that are locked while they change: a run's own, and the guard of its account where runs are counted, always in this order. */
@Repository
class JdbcLiveRuns implements LiveRuns {

    private static final String SELECT = "SELECT * FROM strategy_runs WHERE ";

    private static final String ADD = """
            INSERT INTO strategy_runs (id, owner, account_id, instrument_id, market_epoch, strategy_version, spec, status, stage, state,
                   refusal, last_candle, known_candle, last_close, candles, start_key, start_hash)
            VALUES (:id, :owner, :account, :instrument, :epoch, :version, :spec::jsonb, :status, :stage, :state::jsonb, :refusal,
                   :lastCandle, :knownCandle, :lastClose, :candles, :key, :hash)""";

    private static final String UPDATE = """
            UPDATE strategy_runs
               SET status = :status, stage = :stage, state = :state::jsonb, refusal = :refusal, last_candle = :lastCandle,
                   known_candle = :knownCandle, last_close = :lastClose, candles = :candles, taken_at = :takenAt,
                   ended_at = :endedAt, end_reason = :endReason, ended_by = :endedBy, updated_at = clock_timestamp()
             WHERE id = :id""";

    private static final String HOLD = """
            UPDATE strategy_runs
               SET lease_owner = :replica, lease_until = clock_timestamp() + :lease * interval '1 millisecond'
             WHERE (lease_owner = :replica OR lease_until < clock_timestamp())
               AND (status = 'RUNNING'
                    OR EXISTS (SELECT FROM run_intents i WHERE i.run_id = strategy_runs.id AND i.state <> 'ENDED'))""";

    private static final String DUE = """
            SELECT r.id FROM strategy_runs r
             WHERE r.lease_owner = :replica AND r.lease_until > clock_timestamp()
               AND ((r.status = 'RUNNING' AND r.known_candle > r.last_candle)
                    OR EXISTS (SELECT FROM run_intents i
                                WHERE i.run_id = r.id AND i.state IN ('PENDING', 'SENT') AND i.due_at <= :now))""";

    /** What a run held when it ended is its owner's to look after, and no run's position any more. */
    private static final String OTHER_POSITIONS = """
            SELECT count(*) FROM strategy_runs r
             WHERE r.account_id = :account AND r.id <> :id AND r.stage IN ('SIGNAL', 'ENTRY', 'POSITION_OPEN')
               AND (r.status = 'RUNNING' OR EXISTS (SELECT FROM run_intents i WHERE i.run_id = r.id AND i.state <> 'ENDED'))""";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final RunRows rows;
    private final AttemptRows attempts;

    JdbcLiveRuns(JdbcClient jdbc, Transactions transactions, EventJson json, StrategyKinds kinds) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = new RunRows(json, kinds);
        this.attempts = new AttemptRows(jdbc);
    }

    @Override
    public Optional<Integer> add(LiveRun run, CallKey key, int mostOfAccount) {
        return transactions.call(() -> {
            lockGuard(run.spec().accountId());
            if (startedWith(key).isPresent()) {
                return Optional.<Integer>empty();
            }
            int others = running(run.spec().accountId());
            if (others >= mostOfAccount) {
                return Optional.of(others);
            }
            jdbc.sql(ADD)
                    .params(rows.all(run))
                    .param("key", key.key())
                    .param("hash", key.requestHash())
                    .update();
            return Optional.<Integer>empty();
        });
    }

    /** Held until the transaction ends. */
    private void lockGuard(AccountId account) {
        jdbc.sql("INSERT INTO account_guards (account_id) VALUES (:account) ON CONFLICT DO NOTHING")
                .param("account", account.value())
                .update();
        jdbc.sql("SELECT account_id FROM account_guards WHERE account_id = :account FOR UPDATE")
                .param("account", account.value())
                .query(UUID.class)
                .single();
    }

    @Override
    public Optional<LiveRun> startedWith(CallKey key) {
        return jdbc.sql(SELECT + "owner = :owner AND start_key = :key")
                .param("owner", key.owner())
                .param("key", key.key())
                .query((row, _) -> {
                    key.requireSame(row.getString("start_hash"));
                    return run(row);
                })
                .optional();
    }

    @Override
    public int running(AccountId accountId) {
        return jdbc.sql("SELECT count(*) FROM strategy_runs WHERE account_id = :account AND status = 'RUNNING'")
                .param("account", accountId.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<LiveRun> find(RunId id) {
        return jdbc.sql(SELECT + "id = :id")
                .param("id", id.value())
                .query((row, _) -> run(row))
                .optional();
    }

    @Override
    public List<LiveRun> of(AccountId accountId, int most) {
        return jdbc.sql(SELECT + "account_id = :account ORDER BY id DESC LIMIT :most")
                .param("account", accountId.value())
                .param("most", most)
                .query((row, _) -> run(row))
                .list();
    }

    private LiveRun run(ResultSet row) throws SQLException {
        RunId id = new RunId(row.getObject("id", UUID.class));
        return rows.read(row, attempts.open(id).orElse(null));
    }

    @Override
    public <T> Optional<T> change(RunId id, Function<LiveRun, T> change) {
        return transactions.call(() -> jdbc.sql(SELECT + "id = :id FOR UPDATE")
                .param("id", id.value())
                .query((row, _) -> run(row))
                .optional()
                .map(run -> stored(run, change)));
    }

    private <T> T stored(LiveRun run, Function<LiveRun, T> change) {
        T result = change.apply(run);
        jdbc.sql(UPDATE).params(rows.changing(run)).update();
        // One that ends makes room for the next: at most one of a run is open at any moment.
        run.changed().stream().filter(each -> each.cause() != null).forEach(attempts::put);
        run.changed().stream().filter(each -> each.cause() == null).forEach(attempts::put);
        return result;
    }

    @Override
    public List<RunId> inMarket(InstrumentId instrumentId, String marketEpoch) {
        return jdbc.sql("SELECT id FROM strategy_runs WHERE instrument_id = :instrument AND market_epoch = :epoch"
                        + " AND status = 'RUNNING' ORDER BY id")
                .param("instrument", instrumentId.text())
                .param("epoch", marketEpoch)
                .query((row, _) -> new RunId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public Optional<Attempt> attempt(ClientOrderId id) {
        return attempts.ofOrder(id);
    }

    @Override
    public void addSignal(RunId id, Instant candleOpenTime, Signal signal) {
        jdbc.sql("INSERT INTO run_signals (run_id, candle_open_time, signal) VALUES (:run, :time, :signal)")
                .param("run", id.value())
                .param("time", Timestamp.from(candleOpenTime))
                .param("signal", signal.name())
                .update();
    }

    @Override
    public boolean addFill(RunFill fill) {
        return jdbc.sql("""
                                INSERT INTO run_fills (run_id, venue_order_id, trade_id, intent_number, attempt, side, price, quantity,
                                       commission, commission_asset, occurred_at)
                                VALUES (:run, :venueOrder, :trade, :number, :attempt, :side, :price, :quantity, :commission, :asset, :at)
                                ON CONFLICT DO NOTHING""")
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

    @Override
    public boolean hasRoom(LiveRun run, int most) {
        lockGuard(run.spec().accountId());
        int others = jdbc.sql(OTHER_POSITIONS)
                .param("account", run.spec().accountId().value())
                .param("id", run.id().value())
                .query(Integer.class)
                .single();
        return others < most;
    }

    @Override
    public void hold(String replica, Duration lease) {
        jdbc.sql(HOLD)
                .param("replica", replica)
                .param("lease", lease.toMillis())
                .update();
    }

    @Override
    public void release(String replica) {
        jdbc.sql("UPDATE strategy_runs SET lease_until = '-infinity' WHERE lease_owner = :replica")
                .param("replica", replica)
                .update();
    }

    @Override
    public List<RunId> due(String replica, Instant now) {
        return jdbc.sql(DUE)
                .param("replica", replica)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new RunId(row.getObject("id", UUID.class)))
                .list();
    }
}
