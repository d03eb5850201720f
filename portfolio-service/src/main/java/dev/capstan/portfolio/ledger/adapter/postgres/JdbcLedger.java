package dev.capstan.portfolio.ledger.adapter.postgres;

import dev.capstan.portfolio.ledger.domain.BookId;
import dev.capstan.portfolio.ledger.domain.Ledger;
import dev.capstan.portfolio.ledger.domain.LedgerLine;
import dev.capstan.portfolio.ledger.domain.LedgerTransaction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inserts entries and moves the running sums in one statement, so that they cannot part. */
@Component
class JdbcLedger implements Ledger {

    private static final String POST = """
            with added as (
                insert into ledger_entry (entry_id, transaction_id, account_id, book, generation, kind, fact,
                                          ledger_account, asset, amount, stream_number, occurred_at, recorded_at)
                select line.entry_id::uuid, line.transaction_id::uuid, :accountId, :book, :generation, line.kind, line.fact,
                       line.ledger_account, line.asset, line.amount::numeric, :streamNumber, :occurredAt, :recordedAt
                from unnest(:entryIds::text[], :transactionIds::text[], :kinds::text[], :facts::text[],
                            :ledgerAccounts::text[], :assets::text[], :amounts::text[])
                     as line (entry_id, transaction_id, kind, fact, ledger_account, asset, amount)
                returning ledger_account, asset, amount
            )
            insert into ledger_balance as balance (account_id, book, ledger_account, asset, amount, as_of)
            select :accountId, :book, ledger_account, asset, sum(amount), :recordedAt
            from added group by ledger_account, asset order by ledger_account, asset
            on conflict (account_id, book, ledger_account, asset) do update
            set amount = balance.amount + excluded.amount, as_of = greatest(balance.as_of, excluded.as_of)
            """;

    private final JdbcClient jdbc;

    JdbcLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void post(
            BookId book,
            List<LedgerTransaction> transactions,
            long streamNumber,
            Instant occurredAt,
            Instant recordedAt) {
        List<Entry> entries = entries(book, transactions);
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql(POST)
                .param("accountId", book.accountId().value())
                .param("book", book.name())
                .param("generation", book.generation())
                .param("streamNumber", streamNumber)
                .param("occurredAt", occurredAt.atOffset(ZoneOffset.UTC))
                .param("recordedAt", recordedAt.atOffset(ZoneOffset.UTC))
                .param("entryIds", column(entries, Entry::entryId))
                .param("transactionIds", column(entries, Entry::transactionId))
                .param(
                        "kinds",
                        column(entries, entry -> entry.transaction().kind().name()))
                .param("facts", column(entries, entry -> entry.transaction().fact()))
                .param(
                        "ledgerAccounts",
                        column(entries, entry -> entry.line().account().name()))
                .param("assets", column(entries, entry -> entry.line().asset().text()))
                .param("amounts", column(entries, entry -> entry.line().amount().text()))
                .update();
    }

    private static List<Entry> entries(BookId book, List<LedgerTransaction> transactions) {
        List<Entry> entries = new ArrayList<>();
        for (LedgerTransaction transaction : transactions) {
            String transactionId = transaction.transactionId(book).toString();
            for (int index = 0; index < transaction.lines().size(); index++) {
                String entryId = transaction.entryId(book, index).toString();
                entries.add(new Entry(
                        entryId, transactionId, transaction, transaction.lines().get(index)));
            }
        }
        return entries;
    }

    private static String[] column(List<Entry> entries, java.util.function.Function<Entry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    private record Entry(String entryId, String transactionId, LedgerTransaction transaction, LedgerLine line) {}
}
