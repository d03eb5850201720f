package dev.capstan.portfolio.balance.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.portfolio.balance.domain.AccountBook;
import dev.capstan.portfolio.balance.domain.AccountBooks;
import dev.capstan.portfolio.balance.domain.Snapshot;
import dev.capstan.portfolio.ledger.domain.BookId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcAccountBooks implements AccountBooks {

    /**
     * One statement, so that sums and entries are of one moment: what the ledger holds now, less what came after the marks. Only the
     * few entries above the marks are read.
     */
    private static final String HOLDINGS_AT = """
            with later as (
                select entry.asset, -entry.amount as amount
                from position page
                left join unnest(:instruments::text[], :numbers::text[]) as mark (instrument_id, number)
                       on mark.instrument_id = page.instrument_id
                join ledger_entry entry
                  on entry.account_id = page.account_id and entry.book = page.instrument_id
                 and entry.generation = page.generation and entry.stream_number > coalesce(mark.number::bigint, 0)
                where page.account_id = :accountId and entry.ledger_account = 'HOLDING'
            )
            select asset, sum(amount) as amount
            from (select asset, amount from ledger_balance
                  where account_id = :accountId and ledger_account = 'HOLDING'
                  union all
                  select asset, amount from later) amounts
            group by asset
            """;

    private final JdbcClient jdbc;
    private final SnapshotRows snapshots;

    JdbcAccountBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.snapshots = new SnapshotRows(jdbc);
    }

    @Override
    public AccountBook lock(AccountId accountId) {
        jdbc.sql("insert into account_book (account_id) values (:accountId) on conflict do nothing")
                .param("accountId", accountId.value())
                .update();
        return jdbc.sql("select * from account_book where account_id = :accountId for update")
                .param("accountId", accountId.value())
                .query((row, index) -> book(row))
                .single();
    }

    @Override
    public boolean keep(Snapshot snapshot, Instant recordedAt) {
        return snapshots.insert(snapshot, recordedAt);
    }

    @Override
    public Optional<Snapshot> oldestWaiting(AccountId accountId) {
        return snapshots.oldestWaiting(accountId);
    }

    @Override
    public List<AccountId> accountsWaiting() {
        return jdbc.sql("select distinct account_id from balance_snapshot where not settled")
                .query((row, index) -> AccountId.of(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    public Map<Asset, Money> holdingsAt(AccountId accountId, Map<InstrumentId, Long> marks) {
        List<InstrumentId> instruments = List.copyOf(marks.keySet());
        Map<Asset, Money> holdings = new HashMap<>();
        jdbc.sql(HOLDINGS_AT)
                .param("accountId", accountId.value())
                .param(
                        "instruments",
                        instruments.stream().map(InstrumentId::text).toArray(String[]::new))
                .param(
                        "numbers",
                        instruments.stream()
                                .map(id -> String.valueOf(marks.get(id)))
                                .toArray(String[]::new))
                .query((ResultSet row) -> {
                    holdings.put(Asset.parse(row.getString("asset")), Money.of(row.getBigDecimal("amount")));
                });
        return holdings;
    }

    @Override
    public void settle(AccountBook book, Snapshot snapshot) {
        compared(book, snapshot);
        jdbc.sql("update balance_snapshot set settled = true, alerted = :alerted where event_id = :eventId")
                .param("alerted", book.isOpened())
                .param("eventId", snapshot.eventId())
                .update();
    }

    @Override
    public void drop(Snapshot snapshot) {
        jdbc.sql("delete from balance_snapshot where event_id = :eventId")
                .param("eventId", snapshot.eventId())
                .update();
    }

    @Override
    public void confirm(AccountBook book, Snapshot snapshot) {
        compared(book, snapshot);
        drop(snapshot);
    }

    @Override
    public void reopen(AccountBook book) {
        jdbc.sql(
                        "update account_book set generation = generation + 1, compared_at = null where account_id = :accountId")
                .param("accountId", book.accountId().value())
                .update();
        jdbc.sql("delete from ledger_balance where account_id = :accountId and book = :book")
                .param("accountId", book.accountId().value())
                .param("book", BookId.WHOLE_ACCOUNT)
                .update();
        jdbc.sql("update balance_snapshot set settled = false where account_id = :accountId")
                .param("accountId", book.accountId().value())
                .update();
    }

    private void compared(AccountBook book, Snapshot snapshot) {
        jdbc.sql("update account_book set compared_at = :observedAt where account_id = :accountId")
                .param("observedAt", snapshot.observedAt().atOffset(ZoneOffset.UTC))
                .param("accountId", book.accountId().value())
                .update();
    }

    private static AccountBook book(ResultSet row) throws SQLException {
        OffsetDateTime comparedAt = row.getObject("compared_at", OffsetDateTime.class);
        return new AccountBook(
                AccountId.of(row.getObject("account_id", UUID.class)),
                row.getInt("generation"),
                comparedAt == null ? null : comparedAt.toInstant());
    }
}
