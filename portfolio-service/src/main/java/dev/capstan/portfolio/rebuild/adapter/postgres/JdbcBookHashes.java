package dev.capstan.portfolio.rebuild.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.value.Money;
import dev.capstan.portfolio.ledger.domain.LedgerAccount;
import dev.capstan.portfolio.ledger.domain.LedgerLine;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.portfolio.ledger.domain.PositionPages;
import dev.capstan.portfolio.rebuild.domain.BookHash;
import dev.capstan.portfolio.rebuild.domain.BookHashes;
import dev.capstan.portfolio.rebuild.domain.CanonicalText;
import dev.capstan.portfolio.rebuild.domain.Generations;
import dev.capstan.portfolio.rebuild.domain.TextDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads books in their canonical order, a thousand rows at a time. */
@Component
class JdbcBookHashes implements BookHashes {

    private static final int FETCH_SIZE = 1_000;

    private static final String EXCHANGES = """
            select entry.fact, entry.occurred_at, entry.ledger_account, entry.asset, entry.amount
            from ledger_entry entry join position page
              on page.account_id = entry.account_id and page.instrument_id = entry.book
             and page.generation = entry.generation
            where entry.account_id = :accountId and entry.book = :instrumentId
              and entry.kind = 'FILL' and entry.stream_number <= :number
            order by entry.fact, entry.ledger_account collate "C", entry.asset, entry.amount
            """;

    private static final String REALIZED = """
            select entry.ledger_account, entry.asset, sum(entry.amount) as amount
            from ledger_entry entry join position page
              on page.account_id = entry.account_id and page.instrument_id = entry.book
             and page.generation = entry.generation
            where entry.account_id = :accountId and entry.book = :instrumentId
              and entry.kind in ('REALIZATION', 'CORRECTION') and entry.stream_number <= :number
            group by entry.ledger_account, entry.asset
            having sum(entry.amount) <> 0
            order by entry.ledger_account collate "C", entry.asset
            """;

    private static final String WHOLE_ACCOUNT = """
            select entry.ledger_account, entry.asset, sum(entry.amount) as amount
            from ledger_entry entry join account_book book
              on book.account_id = entry.account_id and book.generation = entry.generation
            where entry.account_id = :accountId and entry.book = 'ACCOUNT'
            group by entry.ledger_account, entry.asset
            having sum(entry.amount) <> 0
            order by entry.ledger_account collate "C", entry.asset
            """;

    private final JdbcClient jdbc;
    private final PositionPages pages;
    private final Generations generations;

    JdbcBookHashes(JdbcClient jdbc, PositionPages pages, Generations generations) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.generations = generations;
    }

    @Override
    public BookHash ofKey(StreamKey key, long number) {
        TextDigest ledger = new TextDigest();
        keyed(EXCHANGES, key, number)
                .query((ResultSet row) -> ledger.add(CanonicalText.entry(
                        row.getString("fact"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        line(row))));
        keyed(REALIZED, key, number).query((ResultSet row) -> ledger.add(CanonicalText.sum(line(row))));
        PositionBook page = pages.find(key).orElseGet(() -> PositionBook.unwritten(key));
        return BookHash.of(key, ledger.hex(), TextDigest.of(CanonicalText.position(page.pair(), page.state())));
    }

    @Override
    public BookHash ofAccount(AccountId accountId) {
        TextDigest ledger = new TextDigest();
        jdbc.sql(WHOLE_ACCOUNT)
                .param("accountId", accountId.value())
                .query((ResultSet row) -> ledger.add(CanonicalText.sum(line(row))));
        return BookHash.ofAccount(accountId, ledger.hex());
    }

    @Override
    public List<BookHash> all(@Nullable AccountId accountId, @Nullable InstrumentId instrumentId) {
        Stream<BookHash> keys =
                generations.keys(accountId, instrumentId).stream().map(key -> ofKey(key, Long.MAX_VALUE));
        Stream<BookHash> accounts =
                instrumentId == null ? generations.accounts(accountId).stream().map(this::ofAccount) : Stream.empty();
        return Stream.concat(keys, accounts)
                .sorted(Comparator.comparing((BookHash hash) -> hash.accountId().text())
                        .thenComparing(BookHash::book))
                .toList();
    }

    private JdbcClient.StatementSpec keyed(String sql, StreamKey key, long number) {
        return jdbc.sql(sql)
                .withFetchSize(FETCH_SIZE)
                .param("accountId", key.accountId().value())
                .param("instrumentId", key.instrumentId().text())
                .param("number", number);
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(
                LedgerAccount.valueOf(row.getString("ledger_account")),
                Asset.parse(row.getString("asset")),
                Money.of(row.getBigDecimal("amount")));
    }
}
