package dev.capstan.execution.account;

import dev.capstan.contracts.account.AccountGrant;
import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.VenueId;
import java.time.Instant;
import java.util.List;

/** One account; its keys are not here. */
public record Account(
        AccountId accountId,
        String name,
        AccountKind kind,
        VenueId venueId,
        String ownerSubject,
        List<AccountGrant> grants,
        long version,
        Instant createdAt) {

    public Account {
        grants = List.copyOf(grants);
    }
}
