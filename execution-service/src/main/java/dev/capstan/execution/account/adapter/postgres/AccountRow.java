package dev.capstan.execution.account.adapter.postgres;

import dev.capstan.contracts.account.AccountGrant;
import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.execution.account.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A row of table {@code account}. */
record AccountRow(
        UUID accountId,
        String name,
        String kind,
        String venueId,
        String ownerSubject,
        long version,
        Instant createdAt) {

    static AccountRow read(ResultSet row, int number) throws SQLException {
        return new AccountRow(
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                row.getString("venue_id"),
                row.getString("owner_subject"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    Account toAccount(List<AccountGrant> grants) {
        return new Account(
                AccountId.of(accountId),
                name,
                AccountKind.valueOf(kind),
                VenueId.parse(venueId),
                ownerSubject,
                grants,
                version,
                createdAt);
    }
}
