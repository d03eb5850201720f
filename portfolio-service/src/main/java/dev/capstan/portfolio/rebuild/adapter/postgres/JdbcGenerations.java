package dev.capstan.portfolio.rebuild.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.portfolio.rebuild.domain.BookHash;
import dev.capstan.portfolio.rebuild.domain.Generations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcGenerations implements Generations {

    private static final String BEGIN = """
            with fills as (
                delete from fill where account_id = :accountId and instrument_id = :instrumentId
            ), sums as (
                delete from ledger_balance where account_id = :accountId and book = :instrumentId
            )
            update position
            set base_asset = null, quote_asset = null, holding = 0, cost = 0, realized_pnl = 0,
                version = version + 1, stream_number = 0, generation = generation + 1, rebuild_until = :until,
                rebuild_ledger_hash = :ledgerHash, rebuild_position_hash = :positionHash
            where account_id = :accountId and instrument_id = :instrumentId
            """;

    private static final String COMPLETE = """
            update position
            set rebuild_until = null, rebuild_ledger_hash = null, rebuild_position_hash = null
            where account_id = :accountId and instrument_id = :instrumentId
            """;

    private final JdbcClient jdbc;

    JdbcGenerations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StreamKey> keys(@Nullable AccountId accountId, @Nullable InstrumentId instrumentId) {
        return jdbc.sql("""
                        select account_id, instrument_id from position
                        where (:accountId::uuid is null or account_id = :accountId::uuid)
                          and (:instrumentId::text is null or instrument_id = :instrumentId::text)
                        order by account_id, instrument_id
                        """)
                .param("accountId", accountId == null ? null : accountId.text())
                .param("instrumentId", instrumentId == null ? null : instrumentId.text())
                .query((row, index) -> key(row))
                .list();
    }

    @Override
    public List<AccountId> accounts(@Nullable AccountId accountId) {
        return jdbc.sql("""
                        select account_id from account_book
                        where :accountId::uuid is null or account_id = :accountId::uuid
                        order by account_id
                        """)
                .param("accountId", accountId == null ? null : accountId.text())
                .query((row, index) -> AccountId.of(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    public List<Unfinished> unfinished() {
        return jdbc.sql("select * from position where rebuild_until is not null and not parked")
                .query((row, index) -> rebuild(row))
                .list();
    }

    @Override
    public Optional<Unfinished> unfinished(StreamKey key) {
        return keyed("""
                        select * from position
                        where account_id = :accountId and instrument_id = :instrumentId and rebuild_until is not null
                        """, key).query((row, index) -> rebuild(row)).optional();
    }

    @Override
    public void begin(StreamKey key, long until, BookHash before) {
        keyed(BEGIN, key)
                .param("until", until)
                .param("ledgerHash", before.ledger())
                .param("positionHash", before.position())
                .update();
    }

    @Override
    public void complete(StreamKey key) {
        keyed(COMPLETE, key).update();
    }

    private JdbcClient.StatementSpec keyed(String sql, StreamKey key) {
        return jdbc.sql(sql)
                .param("accountId", key.accountId().value())
                .param("instrumentId", key.instrumentId().text());
    }

    private static Unfinished rebuild(ResultSet row) throws SQLException {
        return new Unfinished(
                key(row),
                row.getLong("rebuild_until"),
                row.getString("rebuild_ledger_hash"),
                row.getString("rebuild_position_hash"));
    }

    private static StreamKey key(ResultSet row) throws SQLException {
        return new StreamKey(
                AccountId.of(row.getObject("account_id", UUID.class)),
                InstrumentId.parse(row.getString("instrument_id")));
    }
}
