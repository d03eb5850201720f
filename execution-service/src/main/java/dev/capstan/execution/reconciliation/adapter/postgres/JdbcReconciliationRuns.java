package dev.capstan.execution.reconciliation.adapter.postgres;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent;
import dev.capstan.execution.reconciliation.domain.Findings;
import dev.capstan.execution.reconciliation.domain.ProvenPoints;
import dev.capstan.execution.reconciliation.domain.ReconciliationRun;
import dev.capstan.execution.reconciliation.domain.ReconciliationRuns;
import dev.capstan.kit.alert.Alerts;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code reconciliation_run} and {@code reconciliation_point}. */
@Repository
class JdbcReconciliationRuns implements ReconciliationRuns {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Alerts alerts;

    JdbcReconciliationRuns(JdbcClient jdbc, Transactions transactions, Outbox outbox, Alerts alerts) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
        this.alerts = alerts;
    }

    @Override
    public Optional<ReconciliationRun> last(AccountId accountId) {
        return jdbc.sql("""
                        select account_id, ran_at, finished_at, complete, error, compared_orders, compared_fills,
                            balances_proven, differences
                        from reconciliation_run where account_id = :account and ran_at is not null
                        """)
                .param("account", accountId.value())
                .query(RunRow::read)
                .optional();
    }

    @Override
    public ProvenPoints provenPoints(AccountId accountId) {
        Map<InstrumentId, Instant> fills = new HashMap<>();
        jdbc.sql("select instrument_id, proven_until from reconciliation_point where account_id = :account")
                .param("account", accountId.value())
                .query(row -> {
                    fills.put(
                            InstrumentId.parse(row.getString("instrument_id")),
                            row.getObject("proven_until", OffsetDateTime.class).toInstant());
                });
        return new ProvenPoints(balancesProvenUntil(accountId), fills);
    }

    private @Nullable Instant balancesProvenUntil(AccountId accountId) {
        return jdbc.sql("""
                        select balances_proven_until from reconciliation_run
                        where account_id = :account and balances_proven_until is not null
                        """)
                .param("account", accountId.value())
                .query((row, number) -> row.getObject("balances_proven_until", OffsetDateTime.class)
                        .toInstant())
                .optional()
                .orElse(null);
    }

    /** The run's row is locked first, so snapshots of one account leave in the order of their runs. */
    @Override
    public void store(ReconciliationRun run, ProvenPoints points, Findings findings) {
        transactions.run(() -> {
            upsert(run);
            prove(run.accountId(), points);
            publish(findings.balances());
            raise(run.accountId().text(), findings.alert());
        });
    }

    private void prove(AccountId accountId, ProvenPoints points) {
        new TreeMap<>(textKeys(points.fills())).forEach((instrument, at) -> prove(accountId, instrument, at));
        Instant balances = points.balances();
        if (balances != null) {
            proveBalances(accountId, balances);
        }
    }

    private void proveBalances(AccountId accountId, Instant until) {
        jdbc.sql("""
                        update reconciliation_run
                        set balances_proven_until = greatest(balances_proven_until, :until) where account_id = :account
                        """)
                .param("account", accountId.value())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void upsert(ReconciliationRun run) {
        jdbc.sql("""
                        insert into reconciliation_run (account_id, ran_at, finished_at, complete, error,
                            compared_orders, compared_fills, balances_proven, differences)
                        values (:account, :ranAt, :finishedAt, :complete, :error, :orders, :fills, :proven, :differences::jsonb)
                        on conflict (account_id) do update set
                            ran_at = excluded.ran_at, finished_at = excluded.finished_at, complete = excluded.complete,
                            error = excluded.error, compared_orders = excluded.compared_orders,
                            compared_fills = excluded.compared_fills, balances_proven = excluded.balances_proven,
                            differences = excluded.differences
                        """)
                .param("account", run.accountId().value())
                .param("ranAt", run.ranAt().atOffset(ZoneOffset.UTC))
                .param("finishedAt", run.finishedAt().atOffset(ZoneOffset.UTC))
                .param("complete", run.complete())
                .param("error", run.error())
                .param("orders", run.comparedOrders())
                .param("fills", run.comparedFills())
                .param("proven", run.balancesProven())
                .param("differences", RunRow.json(run.differences()))
                .update();
    }

    private static Map<String, Instant> textKeys(Map<InstrumentId, Instant> points) {
        Map<String, Instant> texts = new HashMap<>();
        points.forEach((instrumentId, at) -> texts.put(instrumentId.text(), at));
        return texts;
    }

    /** Never backwards: a run of an owner that lost the session may end after a newer one. */
    private void prove(AccountId accountId, String instrumentId, Instant until) {
        jdbc.sql("""
                        insert into reconciliation_point (account_id, instrument_id, proven_until)
                        values (:account, :instrument, :until)
                        on conflict (account_id, instrument_id) do update
                        set proven_until = greatest(reconciliation_point.proven_until, excluded.proven_until)
                        """)
                .param("account", accountId.value())
                .param("instrument", instrumentId)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void publish(@Nullable BalanceSnapshotEvent snapshot) {
        if (snapshot != null) {
            outbox.append(new OutboxMessage(
                    Topics.BALANCE_EVENTS,
                    snapshot.accountId().text(),
                    snapshot.eventId(),
                    "BalanceSnapshotTaken.v1",
                    snapshot.observedAt(),
                    snapshot));
        }
    }

    private void raise(String accountId, @Nullable String differences) {
        if (differences != null) {
            alerts.raise("RECONCILIATION_DIFFERENCE", accountId, accountId, differences);
        }
    }

    @Override
    public void request(AccountId accountId, Instant at) {
        jdbc.sql("""
                        insert into reconciliation_run (account_id, requested_at) values (:account, :at)
                        on conflict (account_id) do update set requested_at = excluded.requested_at
                        """)
                .param("account", accountId.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean isRequested(AccountId accountId) {
        return jdbc.sql("""
                        select exists (select 1 from reconciliation_run
                        where account_id = :account and requested_at > coalesce(ran_at, '-infinity'))
                        """)
                .param("account", accountId.value())
                .query(Boolean.class)
                .single();
    }
}
