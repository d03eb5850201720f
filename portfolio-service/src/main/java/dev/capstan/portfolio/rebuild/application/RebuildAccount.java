package dev.capstan.portfolio.rebuild.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.portfolio.balance.application.CompareBalances;
import dev.capstan.portfolio.balance.domain.AccountBooks;
import dev.capstan.portfolio.rebuild.domain.BookHash;
import dev.capstan.portfolio.rebuild.domain.BookHashes;
import dev.capstan.portfolio.rebuild.domain.RebuildAlerts;
import dev.capstan.portfolio.rebuild.domain.RebuiltBook;

/** Books an account's openings and drift again, from the snapshots they came from. */
public final class RebuildAccount {

    private final AccountBooks accountBooks;
    private final BookHashes hashes;
    private final CompareBalances compareBalances;
    private final RebuildAlerts alerts;

    public RebuildAccount(
            AccountBooks accountBooks, BookHashes hashes, CompareBalances compareBalances, RebuildAlerts alerts) {
        this.accountBooks = accountBooks;
        this.hashes = hashes;
        this.compareBalances = compareBalances;
        this.alerts = alerts;
    }

    /** All in the caller's transaction. What waits and can be compared is compared first, so that it is on both sides. */
    RebuiltBook rebuild(AccountId accountId) {
        compareBalances.compareWaiting(accountId);
        String before = hashes.ofAccount(accountId).ledger();
        accountBooks.reopen(accountBooks.lock(accountId));
        compareBalances.compareWaiting(accountId);
        BookHash after = hashes.ofAccount(accountId);
        RebuiltBook rebuilt =
                new RebuiltBook(accountId, after.book(), before, after.ledger(), before.equals(after.ledger()));
        if (!rebuilt.equal()) {
            alerts.raise(rebuilt);
        }
        return rebuilt;
    }
}
