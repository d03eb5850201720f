package dev.capstan.portfolio.balance.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.portfolio.balance.domain.Balances;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcBalances implements Balances {

    private static final String OF_ACCOUNT = """
            select asset, sum(amount) as amount, max(as_of) as as_of
            from ledger_balance
            where account_id = :accountId and ledger_account = 'HOLDING' and asset > :after
            group by asset order by asset limit :limit
            """;

    private static final String BASIS = """
            select (select compared_at from account_book where account_id = :accountId) as compared_at,
                   (select min(recorded_at) from balance_snapshot
                    where account_id = :accountId and not settled) as waiting_since,
                   coalesce(bool_or(parked or rebuild_until is not null), false) as incomplete,
                   coalesce(array_agg(instrument_id), '{}') as instruments
            from position where account_id = :accountId
            """;

    private final JdbcClient jdbc;

    JdbcBalances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Balance> ofAccount(AccountId accountId, String afterAsset, int limit) {
        return jdbc.sql(OF_ACCOUNT)
                .param("accountId", accountId.value())
                .param("after", afterAsset)
                .param("limit", limit)
                .query((row, index) -> new Balance(
                        Asset.parse(row.getString("asset")),
                        Money.of(row.getBigDecimal("amount").stripTrailingZeros()),
                        row.getObject("as_of", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public Basis basis(AccountId accountId) {
        return jdbc.sql(BASIS)
                .param("accountId", accountId.value())
                .query((row, index) -> new Basis(
                        instant(row, "compared_at"),
                        instant(row, "waiting_since"),
                        row.getBoolean("incomplete"),
                        instruments(row)))
                .single();
    }

    private static List<InstrumentId> instruments(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("instruments").getArray())
                .map(InstrumentId::parse)
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
