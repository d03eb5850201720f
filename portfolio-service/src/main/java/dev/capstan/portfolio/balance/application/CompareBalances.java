package dev.capstan.portfolio.balance.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.portfolio.balance.domain.AccountBook;
import dev.capstan.portfolio.balance.domain.AccountBooks;
import dev.capstan.portfolio.balance.domain.AppliedNumbers;
import dev.capstan.portfolio.balance.domain.Comparison;
import dev.capstan.portfolio.balance.domain.DriftAlerts;
import dev.capstan.portfolio.balance.domain.Snapshot;
import dev.capstan.portfolio.ledger.domain.Ledger;
import dev.capstan.portfolio.ledger.domain.LedgerFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Books the first snapshot of an account as its opening and compares the later ones, each exactly at its marks and in the order in
 * which the venue was observed.
 */
public final class CompareBalances {

    private final AccountBooks books;
    private final Ledger ledger;
    private final AppliedNumbers applied;
    private final DriftAlerts alerts;

    public CompareBalances(AccountBooks books, Ledger ledger, AppliedNumbers applied, DriftAlerts alerts) {
        this.books = books;
        this.ledger = ledger;
        this.applied = applied;
        this.alerts = alerts;
    }

    /** Keeps a snapshot and compares what can be compared, in the caller's transaction. */
    public void receive(Snapshot snapshot, Instant recordedAt) {
        books.lock(snapshot.accountId());
        books.keep(snapshot, recordedAt);
        compareWaiting(snapshot.accountId());
    }

    /** Compares the waiting snapshots whose marks the ledger has reached, in the caller's transaction. */
    public void compareWaiting(AccountId accountId) {
        books.lock(accountId);
        Optional<Snapshot> next = books.oldestWaiting(accountId);
        while (next.isPresent() && isReached(next.get())) {
            compare(books.lock(accountId), next.get());
            next = books.oldestWaiting(accountId);
        }
    }

    public List<AccountId> accountsWaiting() {
        return books.accountsWaiting();
    }

    private boolean isReached(Snapshot snapshot) {
        return snapshot.marks().entrySet().stream()
                .allMatch(mark ->
                        applied.lastApplied(new StreamKey(snapshot.accountId(), mark.getKey())) >= mark.getValue());
    }

    private void compare(AccountBook book, Snapshot snapshot) {
        if (!book.isNewer(snapshot)) {
            books.drop(snapshot);
            return;
        }
        Comparison comparison = Comparison.of(snapshot, books.holdingsAt(snapshot.accountId(), snapshot.marks()));
        if (book.isOpened() && comparison.isEqual()) {
            books.confirm(book, snapshot);
            return;
        }
        LedgerFact fact = new LedgerFact(
                List.of(comparison.transaction(!book.isOpened())),
                LedgerFact.NO_STREAM,
                snapshot.observedAt(),
                snapshot.observedAt());
        ledger.post(book.id(), List.of(fact));
        if (book.isOpened() && !snapshot.alerted()) {
            alerts.raise(comparison);
        }
        books.settle(book, snapshot);
    }
}
