package dev.capstan.execution.account.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.execution.account.VenueKeySource;
import dev.capstan.execution.account.VenueKeys;
import dev.capstan.execution.account.crypto.SealedKeys;
import dev.capstan.execution.account.crypto.VenueKeyCipher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Venue keys in table {@code account_venue_key}, sealedKeys. */
@Repository
class JdbcVenueKeys implements VenueKeySource {

    private final JdbcClient jdbc;
    private final VenueKeyCipher cipher;
    private final Clock clock;

    JdbcVenueKeys(JdbcClient jdbc, VenueKeyCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public OptionalLong versionOf(AccountId accountId) {
        return jdbc.sql("select version from account_venue_key where account_id = :id")
                .param("id", accountId.value())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    @Override
    public Optional<VenueKeys> open(AccountId accountId) {
        return jdbc.sql("select key_id, nonce, ciphertext from account_venue_key where account_id = :id")
                .param("id", accountId.value())
                .query((row, number) ->
                        new SealedKeys(row.getString("key_id"), row.getBytes("nonce"), row.getBytes("ciphertext")))
                .optional()
                .map(sealedKeys -> cipher.open(accountId, sealedKeys));
    }

    /**
     * Stores new keys in the caller's transaction, sealed under a fresh nonce each time. False when another account of the venue has
     * the API key: the caller then rolls back.
     *
     * <p>The advisory lock makes two accounts that bring the same API key at once come one after the other, so the second sees the
     * first; the unique index stands behind it.
     */
    boolean store(AccountId accountId, VenueId venueId, VenueKeys keys) {
        byte[] hash = hash(keys.apiKey());
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:lock, 0))")
                .param("lock", "venue-key " + venueId + " " + HexFormat.of().formatHex(hash))
                .query(rows -> {});
        if (isTaken(accountId, venueId, hash)) {
            return false;
        }
        insert(accountId, venueId, cipher.seal(accountId, keys), hash);
        return true;
    }

    private boolean isTaken(AccountId accountId, VenueId venueId, byte[] hash) {
        return jdbc.sql("""
                        select exists (select 1 from account_venue_key
                        where venue_id = :venue and api_key_hash = :hash and account_id <> :id)
                        """)
                .param("venue", venueId.value())
                .param("hash", hash)
                .param("id", accountId.value())
                .query(Boolean.class)
                .single();
    }

    private void insert(AccountId accountId, VenueId venueId, SealedKeys sealedKeys, byte[] hash) {
        jdbc.sql("""
                        insert into account_venue_key
                            (account_id, venue_id, key_id, nonce, ciphertext, api_key_hash, version, updated_at)
                        values (:id, :venue, :keyId, :nonce, :ciphertext, :hash, 1, :now)
                        on conflict (account_id) do update set
                            key_id = excluded.key_id, nonce = excluded.nonce, ciphertext = excluded.ciphertext,
                            api_key_hash = excluded.api_key_hash, version = account_venue_key.version + 1,
                            updated_at = excluded.updated_at
                        """)
                .param("id", accountId.value())
                .param("venue", venueId.value())
                .param("keyId", sealedKeys.keyId())
                .param("nonce", sealedKeys.nonce())
                .param("ciphertext", sealedKeys.ciphertext())
                .param("hash", hash)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] hash(String apiKey) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(apiKey.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
