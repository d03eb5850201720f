package dev.capstan.portfolio.balance.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored books of whole accounts and the snapshots they wait for. All calls run in the caller's transaction. */
public interface AccountBooks {

    /**
     * Locks the account's book, made if need be, until the transaction ends. Comparing and rebuilding both take it first, so the one
     * never sees half of the other.
     */
    AccountBook lock(AccountId accountId);

    /** Keeps the snapshot; false when it is kept already. */
    boolean keep(Snapshot snapshot, Instant recordedAt);

    /** The waiting snapshot that was observed first. */
    Optional<Snapshot> oldestWaiting(AccountId accountId);

    List<AccountId> accountsWaiting();

    /** The ledger's holdings without the entries that came with numbers above {@code marks}. */
    Map<Asset, Money> holdingsAt(AccountId accountId, Map<InstrumentId, Long> marks);

    /** Notes that the account was compared with the snapshot and that the snapshot was booked. */
    void settle(AccountBook book, Snapshot snapshot);

    /** Drops a snapshot that no entry came from. */
    void drop(Snapshot snapshot);

    /** Notes that the account was compared and nothing differed. */
    void confirm(AccountBook book, Snapshot snapshot);

    /** Opens the next generation: openings and drift will be booked again from the kept snapshots. */
    void reopen(AccountBook book);
}
