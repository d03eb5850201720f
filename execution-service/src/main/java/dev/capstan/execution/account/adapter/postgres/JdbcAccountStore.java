package dev.capstan.execution.account.adapter.postgres;

import dev.capstan.contracts.account.AccountGrant;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.VenueKeys;
import dev.capstan.execution.account.application.AccountStore;
import dev.capstan.execution.account.application.OpenAccount;
import dev.capstan.execution.account.crypto.MasterKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes accounts, in the caller's transaction. */
@Repository
class JdbcAccountStore implements AccountStore {

    private final JdbcClient jdbc;
    private final JdbcAccounts accounts;
    private final JdbcVenueKeys venueKeys;
    private final MasterKey masterKey;
    private final Clock clock;

    JdbcAccountStore(
            JdbcClient jdbc, JdbcAccounts accounts, JdbcVenueKeys venueKeys, MasterKey masterKey, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.venueKeys = venueKeys;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /**
     * The unique index on owner and key lets one of two calls insert; the other waits for it and then finds its row. What is compared is
     * a keyed fingerprint, because the request holds a secret.
     */
    @Override
    public Registered register(OpenAccount request, AccountId accountId) {
        byte[] fingerprint = fingerprint(request);
        boolean isNew = insert(request, accountId, fingerprint) == 1;
        StoredRequest stored = jdbc.sql("""
                        select account_id, request_fingerprint = :fingerprint as same_request from account
                        where owner_subject = :owner and idempotency_key = :key
                        """)
                .param("owner", request.ownerSubject())
                .param("key", request.idempotencyKey())
                .param("fingerprint", fingerprint)
                .query((row, number) ->
                        new StoredRequest(row.getObject("account_id", UUID.class), row.getBoolean("same_request")))
                .single();
        Account account = accounts.find(AccountId.of(stored.accountId())).orElseThrow();
        return new Registered(account, stored.sameRequest(), isNew);
    }

    private int insert(OpenAccount request, AccountId accountId, byte[] fingerprint) {
        return jdbc.sql("""
                        insert into account (account_id, name, kind, venue_id, owner_subject, version,
                            idempotency_key, request_fingerprint, created_at, updated_at)
                        values (:id, :name, :kind, :venue, :owner, 1, :key, :fingerprint, :now, :now)
                        on conflict (owner_subject, idempotency_key) do nothing
                        """)
                .param("id", accountId.value())
                .param("name", request.name())
                .param("kind", request.kind().name())
                .param("venue", request.venueId().value())
                .param("owner", request.ownerSubject())
                .param("key", request.idempotencyKey())
                .param("fingerprint", fingerprint)
                .param("now", now())
                .update();
    }

    private byte[] fingerprint(OpenAccount request) {
        String content = String.join(
                "\n",
                request.name(),
                request.kind().name(),
                request.venueId().value(),
                request.keys().apiKey(),
                request.keys().secretKey());
        return masterKey.fingerprint(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Account> all() {
        return accounts.all();
    }

    @Override
    public Optional<Account> lock(AccountId accountId) {
        jdbc.sql("select 1 from account where account_id = :id for update")
                .param("id", accountId.value())
                .query(Integer.class)
                .optional();
        return accounts.find(accountId);
    }

    @Override
    public Account raiseVersion(AccountId accountId) {
        jdbc.sql("update account set version = version + 1, updated_at = :now where account_id = :id")
                .param("id", accountId.value())
                .param("now", now())
                .update();
        return accounts.find(accountId).orElseThrow();
    }

    @Override
    public void putGrant(AccountId accountId, AccountGrant grant) {
        jdbc.sql("""
                        insert into account_grant (account_id, subject, permission, created_at)
                        values (:id, :subject, :permission, :now)
                        on conflict (account_id, subject) do update set permission = excluded.permission
                        """)
                .param("id", accountId.value())
                .param("subject", grant.subject())
                .param("permission", grant.permission().name())
                .param("now", now())
                .update();
    }

    @Override
    public void removeGrant(AccountId accountId, String subject) {
        jdbc.sql("delete from account_grant where account_id = :id and subject = :subject")
                .param("id", accountId.value())
                .param("subject", subject)
                .update();
    }

    @Override
    public boolean putKeys(AccountId accountId, VenueId venueId, VenueKeys keys) {
        return venueKeys.store(accountId, venueId, keys);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record StoredRequest(UUID accountId, boolean sameRequest) {}
}
