package dev.capstan.execution.tradingstate;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.tradingstate.TradingStateCause;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.contracts.tradingstate.TradingStateScope;
import dev.capstan.contracts.tradingstate.TradingStateValue;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.RoundTrip;
import dev.capstan.kit.outbox.CompactedStates;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Trading states as rows; a row is made ACTIVE before its first claim, so that a later halt and a claim meet in one lock. */
final class JdbcTradingStates implements TradingStates, CompactedStates {

    private static final String COLUMNS =
            "scope, account_id, instrument_id, state, cause, changed_by, reason, version, changed_at";

    private static final String ABOVE = "SELECT " + COLUMNS + " FROM trading_state WHERE state_key IN (?, ?, ?)";
    private static final String HALT_ABOVE = ABOVE + " AND state = 'HALTED' ORDER BY rank LIMIT 1";
    private static final String LOCK_ABOVE = ABOVE + " ORDER BY rank FOR SHARE";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Ids ids;

    JdbcTradingStates(JdbcClient jdbc, Outbox outbox, Ids ids) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public Optional<TradingStateEvent> haltOf(StreamKey key) {
        return jdbc.sql(HALT_ABOVE)
                .params(keysAbove(key))
                .query(JdbcTradingStates::row)
                .optional();
    }

    @Override
    public Supplier<Optional<TradingStateEvent>> haltOf(StreamKey key, RoundTrip trip) {
        RoundTrip.Rows<TradingStateEvent> halt = trip.query(HALT_ABOVE, keysAbove(key), JdbcTradingStates::row);
        return () -> halt.list().stream().findFirst();
    }

    @Override
    public Supplier<Optional<TradingStateEvent>> lockAndFindHalt(StreamKey key, RoundTrip trip) {
        RoundTrip.Rows<TradingStateEvent> locked = trip.query(LOCK_ABOVE, keysAbove(key), JdbcTradingStates::row);
        return () -> halt(allOf(key, locked.list()));
    }

    @Override
    public TradingStateEvent halt(
            TradingScope scope, TradingStateCause cause, String changedBy, @Nullable String reason) {
        return set(scope, TradingStateValue.HALTED, cause, changedBy, reason);
    }

    @Override
    public TradingStateEvent reArm(TradingScope scope, String changedBy, @Nullable String reason) {
        return set(scope, TradingStateValue.ACTIVE, TradingStateCause.PERSON, changedBy, reason);
    }

    /** The row of the scope; ACTIVE when there is none yet. */
    Optional<TradingStateEvent> find(TradingScope scope) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM trading_state WHERE state_key = ?")
                .param(scope.key())
                .query(JdbcTradingStates::row)
                .optional();
    }

    /** All rows of the account, and the one of everything. */
    List<TradingStateEvent> of(AccountId accountId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM trading_state WHERE account_id = ? OR scope = 'ALL' "
                        + "ORDER BY rank, state_key")
                .param(accountId.value())
                .query(JdbcTradingStates::row)
                .list();
    }

    @Override
    public List<OutboxMessage> currentStates() {
        return jdbc
                .sql("SELECT " + COLUMNS + " FROM trading_state ORDER BY rank, state_key")
                .query(JdbcTradingStates::row)
                .list()
                .stream()
                .map(this::message)
                .toList();
    }

    /** Before the first claim of an account or instrument its rows are made, and then locked like any others. */
    private List<TradingStateEvent> allOf(StreamKey key, List<TradingStateEvent> locked) {
        if (locked.size() == TradingScope.above(key).size()) {
            return locked;
        }
        TradingScope.above(key).forEach(this::create);
        return jdbc.sql(LOCK_ABOVE)
                .params(keysAbove(key))
                .query(JdbcTradingStates::row)
                .list();
    }

    private static List<String> keysAbove(StreamKey key) {
        return TradingScope.above(key).stream().map(TradingScope::key).toList();
    }

    private static Optional<TradingStateEvent> halt(List<TradingStateEvent> rows) {
        return rows.stream()
                .filter(row -> row.state() == TradingStateValue.HALTED)
                .findFirst();
    }

    private TradingStateEvent set(
            TradingScope scope,
            TradingStateValue state,
            TradingStateCause cause,
            String changedBy,
            @Nullable String reason) {
        create(scope);
        Optional<TradingStateEvent> changed = jdbc.sql("UPDATE trading_state SET state = ?, cause = ?, changed_by = ?, "
                        + "reason = ?, version = version + 1, changed_at = clock_timestamp() "
                        + "WHERE state_key = ? AND state <> ? RETURNING " + COLUMNS)
                .param(state.name())
                .param(cause.name())
                .param(changedBy)
                .param(reason)
                .param(scope.key())
                .param(state.name())
                .query(JdbcTradingStates::row)
                .optional();
        changed.map(this::message).ifPresent(outbox::append);
        return changed.or(() -> find(scope)).orElseThrow();
    }

    private void create(TradingScope scope) {
        AccountId accountId = scope.accountId();
        InstrumentId instrumentId = scope.instrumentId();
        jdbc.sql(
                        "INSERT INTO trading_state (state_key, rank, scope, account_id, instrument_id, state, cause, changed_by, "
                                + "version, changed_at) VALUES (?, ?, ?, ?, ?, 'ACTIVE', 'PERSON', 'installation', 1, clock_timestamp()) "
                                + "ON CONFLICT DO NOTHING")
                .param(scope.key())
                .param(scope.rank())
                .param(scope.scope().name())
                .param(accountId == null ? null : accountId.value())
                .param(instrumentId == null ? null : instrumentId.text())
                .update();
    }

    private OutboxMessage message(TradingStateEvent event) {
        return new OutboxMessage(
                Topics.TRADING_STATE_EVENTS,
                event.key(),
                ids.next(),
                "TradingStateChanged.v1",
                event.changedAt(),
                event);
    }

    private static TradingStateEvent row(ResultSet row, int index) throws SQLException {
        UUID account = row.getObject("account_id", UUID.class);
        String instrument = row.getString("instrument_id");
        return new TradingStateEvent(
                TradingStateScope.valueOf(row.getString("scope")),
                account == null ? null : AccountId.of(account),
                instrument == null ? null : InstrumentId.parse(instrument),
                TradingStateValue.valueOf(row.getString("state")),
                TradingStateCause.valueOf(row.getString("cause")),
                row.getString("changed_by"),
                row.getString("reason"),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
