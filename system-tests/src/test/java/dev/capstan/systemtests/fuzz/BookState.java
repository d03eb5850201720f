package dev.capstan.systemtests.fuzz;

import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Sql;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The books of all services in one figure a table: what a call that is refused must leave as it is. */
final class BookState {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** With an account's id to choose by; what only says who works on a row right now is left out. */
    private static final Map<String, String> OF_ACCOUNTS = Map.ofEntries(
            Map.entry(
                    "execution.orders", "order_id, status, quantity, filled_quantity, cancel_requested, denial_reason"),
            Map.entry("execution.order_event", "*"),
            Map.entry("execution.fill", "*"),
            Map.entry("execution.account", "*"),
            Map.entry("execution.account_grant", "*"),
            Map.entry("execution.account_venue_key", "account_id, api_key_hash, version"),
            Map.entry("execution.trading_state", "*"),
            Map.entry("risk.account_limit", "*"),
            Map.entry("risk.instrument_limit", "*"),
            Map.entry("risk.limit_change", "*"),
            Map.entry("risk.booked_order", "order_id, outcome, status, filled_quantity, held_quantity"),
            Map.entry("portfolio.fill", "*"),
            Map.entry("portfolio.ledger_entry", "*"),
            Map.entry("portfolio.ledger_balance", "account_id, book, ledger_account, asset, amount"),
            Map.entry("portfolio.position", "account_id, instrument_id, holding, cost, realized_pnl"));

    /** Whole tables that nothing but a call changes. */
    private static final Map<String, String> WHOLE = Map.of(
            "execution.account", "account_id, name, owner_subject, version",
            "execution.account_grant", "*",
            "risk.limit_change", "*",
            "backtest.backtest_runs", "id, owner, state",
            "backtest.user_defaults", "owner, commission_percent, slippage_ticks",
            "market_data.candle_series where venue = 'BITFINEX'", "id, candles, gaps, first_open_time, last_open_time");

    private final Sql sql;
    private final String accounts;

    /** Of these accounts, and of what there is beside them. */
    BookState(Sql sql, Iterable<String> accounts) {
        this.sql = sql;
        this.accounts = "'" + String.join("','", accounts) + "'";
    }

    /** By table, once everything that is under way has arrived. */
    Map<String, String> settled() {
        AtomicReference<Map<String, String>> last = new AtomicReference<>(Map.of());
        await("books to settle").atMost(LIMIT).pollInterval(PAUSE).until(() -> {
            Map<String, String> now = now();
            return now.equals(last.getAndSet(now)) && isQuiet();
        });
        return last.get();
    }

    private boolean isQuiet() {
        return sql.number("SELECT count(*) FROM execution.orders WHERE status IN ('NEW', 'SUBMITTED', 'UNKNOWN') "
                        + "AND account_id IN (" + accounts + ")")
                == 0;
    }

    private Map<String, String> now() {
        Map<String, String> figures = new LinkedHashMap<>();
        OF_ACCOUNTS.forEach((table, columns) -> figures.put(
                table + " of our accounts", figure(columns, table + " WHERE account_id IN (" + accounts + ")")));
        WHOLE.forEach((table, columns) -> figures.put(table, figure(columns, table)));
        return figures;
    }

    private String figure(String columns, String table) {
        return sql.texts("SELECT count(*) || ' ' || md5(coalesce(string_agg(row::text, ',' ORDER BY row::text), '')) "
                        + "FROM (SELECT " + columns + " FROM " + table + ") row")
                .getFirst();
    }
}
