package dev.capstan.strategy.run.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.json.EventJson;
import dev.capstan.strategy.CallKey;
import dev.capstan.strategy.run.application.LiveRuns;
import dev.capstan.strategy.run.application.RunSignals;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunFill;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.StrategyKinds;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows that are locked while they change. Locks are taken in one order: the runs of the lesser account first, of one account the older run
 * first, and the guard of an account after its run; the guard of a greater account comes later than all of them.
 */
@Repository
class JdbcLiveRuns implements LiveRuns {

    private static final String SELECT = "SELECT * FROM strategy_runs WHERE ";

    private static final String LOCK_ORDER = " ORDER BY account_id, id";

    private static final String ADD = """
            INSERT INTO strategy_runs (id, owner, account_id, instrument_id, market_epoch, strategy_version, spec, status, stage, state,
                   refusal, last_candle, known_candle, last_close, candles, start_key, start_hash)
            VALUES (:id, :owner, :account, :instrument, :epoch, :version, :spec::jsonb, :status, :stage, :state::jsonb, :refusal,
                   :lastCandle, :knownCandle, :lastClose, :candles, :key, :hash)
            ON CONFLICT (owner, start_key) DO NOTHING""";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final RunRows rows;
    private final RunChanges changes;
    private final AttemptRows attempts;
    private final LineRows lines;
    private final AccountGuards guards;

    JdbcLiveRuns(
            JdbcClient jdbc,
            Transactions transactions,
            EventJson json,
            StrategyKinds kinds,
            RunSignals signals,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.attempts = new AttemptRows(jdbc);
        this.rows = new RunRows(json, kinds, attempts);
        this.changes = new RunChanges(jdbc, transactions, rows, attempts, signals, clock);
        this.lines = new LineRows(jdbc);
        this.guards = new AccountGuards(jdbc);
    }

    @Override
    public Optional<Integer> add(LiveRun run, CallKey key, int mostOfAccount) {
        return transactions.call(() -> {
            AccountId account = run.spec().accountId();
            guards.lock(account);
            int others = guards.running(account);
            if (others >= mostOfAccount && startedWith(key).isEmpty()) {
                return Optional.of(others);
            }
            // The key may have begun a run of another account at this very moment: that one counts, and this is none.
            jdbc.sql(ADD)
                    .params(rows.all(run))
                    .param("key", key.key())
                    .param("hash", key.requestHash())
                    .update();
            return Optional.<Integer>empty();
        });
    }

    /** Run and attempt are read in one transaction: on one connection, however many ask. */
    @Override
    public Optional<LiveRun> startedWith(CallKey key) {
        return transactions.call(() -> jdbc.sql(SELECT + "owner = :owner AND start_key = :key")
                .param("owner", key.owner())
                .param("key", key.key())
                .query((row, _) -> {
                    key.requireSame(row.getString("start_hash"));
                    return rows.read(row);
                })
                .optional());
    }

    @Override
    public int running(AccountId accountId) {
        return guards.running(accountId);
    }

    @Override
    public Optional<LiveRun> find(RunId id) {
        return transactions.call(() -> jdbc.sql(SELECT + "id = :id")
                .param("id", id.value())
                .query((row, _) -> rows.read(row))
                .optional());
    }

    @Override
    public List<LiveRun> of(AccountId accountId, int most) {
        return transactions.call(() -> {
            Map<RunId, Attempt> open = attempts.openOf(accountId);
            return jdbc.sql(SELECT + "account_id = :account ORDER BY (status = 'RUNNING') DESC, id DESC LIMIT :most")
                    .param("account", accountId.value())
                    .param("most", most)
                    .query((row, _) -> rows.read(row, open.get(new RunId(row.getObject("id", UUID.class)))))
                    .list();
        });
    }

    @Override
    public <T> Optional<T> change(RunId id, Function<LiveRun, T> change) {
        return changes.change(id, change);
    }

    @Override
    public <T> Optional<T> tell(RunId id, Function<LiveRun, T> change) {
        return changes.tell(id, change);
    }

    @Override
    public void lock(Collection<ClientOrderId> orders) {
        jdbc.sql(
                        "SELECT id FROM strategy_runs WHERE id IN (SELECT run_id FROM run_intents WHERE client_order_id IN (:orders))"
                                + LOCK_ORDER + " FOR UPDATE")
                .param("orders", orders.stream().map(ClientOrderId::text).toList())
                .query(UUID.class)
                .list();
    }

    @Override
    public List<RunId> inMarket(InstrumentId instrumentId, String marketEpoch) {
        return jdbc.sql("SELECT id FROM strategy_runs WHERE instrument_id = :instrument AND market_epoch = :epoch"
                        + " AND status = 'RUNNING'" + LOCK_ORDER)
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
        lines.addSignal(id, candleOpenTime, signal);
    }

    @Override
    public boolean addFill(RunFill fill) {
        return lines.addFill(fill);
    }

    @Override
    public boolean canOpenPosition(LiveRun run, int most) {
        guards.lock(run.spec().accountId());
        return guards.otherPositions(run) < most;
    }
}
