package dev.capstan.portfolio.balance.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ledger says an account holds, to read. */
public interface Balances {

    /** Assets that sort after {@code afterAsset}, at most {@code limit}, in that order. */
    List<Balance> ofAccount(AccountId accountId, String afterAsset, int limit);

    /** What the account's balances rest on. */
    Basis basis(AccountId accountId);

    /**
     * The holding of one asset over all instruments, openings and drift.
     *
     * @param asOf of the newest entry
     */
    record Balance(Asset asset, Money amount, Instant asOf) {}

    /**
     * Whether the entries are complete.
     *
     * @param comparedAt venue time of the last comparison; null while the account has no opening
     * @param waitingSince since when the oldest waiting snapshot waits for its fills; null when none waits
     * @param incomplete true while a key of the account is parked or being rebuilt
     * @param instruments that the account has books of
     */
    record Basis(
            @Nullable Instant comparedAt,
            @Nullable Instant waitingSince,
            boolean incomplete,
            List<InstrumentId> instruments) {}
}
