package dev.capstan.portfolio.ledger.adapter.postgres;

import dev.capstan.kit.json.InstantText;
import dev.capstan.portfolio.ledger.domain.BookId;
import dev.capstan.portfolio.ledger.domain.Ledger;
import dev.capstan.portfolio.ledger.domain.LedgerFact;
import dev.capstan.portfolio.ledger.domain.LedgerLine;
import dev.capstan.portfolio.ledger.domain.LedgerTransaction;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inserts entries and moves the running sums in one statement, so that they cannot part, however many facts there are. */
@Component
class JdbcLedger implements Ledger {

    private static final String POST = """
            with added as (
                insert into ledger_entry (entry_id, transaction_id, account_id, book, generation, kind, fact,
                                          ledger_account, asset, amount, stream_number, occurred_at, recorded_at)
                select line.entry_id::uuid, line.transaction_id::uuid, :accountId, :book, :generation, line.kind, line.fact,
                       line.ledger_account, line.asset, line.amount::numeric, line.stream_number::bigint,
                       line.occurred_at::timestamptz, line.recorded_at::timestamptz
                from unnest(:entryIds::text[], :transactionIds::text[], :kinds::text[], :facts::text[],
                            :ledgerAccounts::text[], :assets::text[], :amounts::text[], :streamNumbers::text[],
                            :occurredAt::text[], :recordedAt::text[])
                     as line (entry_id, transaction_id, kind, fact, ledger_account, asset, amount, stream_number,
                              occurred_at, recorded_at)
                returning ledger_account, asset, amount, recorded_at
            )
            insert into ledger_balance as balance (account_id, book, ledger_account, asset, amount, as_of)
            select :accountId, :book, ledger_account, asset, sum(amount), max(recorded_at)
            from added group by ledger_account, asset order by ledger_account, asset
            on conflict (account_id, book, ledger_account, asset) do update
            set amount = balance.amount + excluded.amount, as_of = greatest(balance.as_of, excluded.as_of)
            """;

    private final JdbcClient jdbc;

    JdbcLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void post(BookId book, List<LedgerFact> facts) {
        List<Entry> entries =
                facts.stream().flatMap(fact -> entries(book, fact)).toList();
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql(POST)
                .param("accountId", book.accountId().value())
                .param("book", book.name())
                .param("generation", book.generation())
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
                .param(
                        "streamNumbers",
                        column(entries, entry -> Long.toString(entry.fact().streamNumber())))
                .param(
                        "occurredAt",
                        column(entries, entry -> InstantText.of(entry.fact().occurredAt())))
                .param(
                        "recordedAt",
                        column(entries, entry -> InstantText.of(entry.fact().recordedAt())))
                .update();
    }

    private static Stream<Entry> entries(BookId book, LedgerFact fact) {
        return fact.transactions().stream().flatMap(transaction -> entries(book, fact, transaction));
    }

    private static Stream<Entry> entries(BookId book, LedgerFact fact, LedgerTransaction transaction) {
        String transactionId = transaction.transactionId(book).toString();
        return IntStream.range(0, transaction.lines().size())
                .mapToObj(index -> new Entry(
                        transaction.entryId(book, index).toString(),
                        transactionId,
                        fact,
                        transaction,
                        transaction.lines().get(index)));
    }

    private static String[] column(List<Entry> entries, Function<Entry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    private record Entry(
            String entryId, String transactionId, LedgerFact fact, LedgerTransaction transaction, LedgerLine line) {}
}
