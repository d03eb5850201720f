package dev.capstan.execution.account.adapter.web;

import dev.capstan.contracts.account.AccountGrant;
import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.execution.account.Account;
import java.time.Instant;
import java.util.List;

/** An account as callers see it. */
record AccountView(
        AccountId accountId,
        String name,
        AccountKind kind,
        VenueId venueId,
        String ownerSubject,
        List<AccountGrant> grants,
        long version,
        Instant createdAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.accountId(),
                account.name(),
                account.kind(),
                account.venueId(),
                account.ownerSubject(),
                account.grants(),
                account.version(),
                account.createdAt());
    }
}
