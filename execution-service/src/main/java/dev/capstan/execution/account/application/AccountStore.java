package dev.capstan.execution.account.application;

import dev.capstan.contracts.account.AccountGrant;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.VenueKeys;
import java.util.List;
import java.util.Optional;

/** What the changes need of the tables. All methods run in the caller's transaction. */
public interface AccountStore {

    /**
     * Stores a new account unless its owner has used the key before.
     *
     * @return the account this key made, now or earlier
     */
    Registered register(OpenAccount request, AccountId accountId);

    List<Account> all();

    /** Locks the account's row, so that its changes, and the records of them, have one order. */
    Optional<Account> lock(AccountId accountId);

    /** Raises the version; the state to publish. */
    Account raiseVersion(AccountId accountId);

    void putGrant(AccountId accountId, AccountGrant grant);

    void removeGrant(AccountId accountId, String subject);

    /** False when another account of the venue has this API key. */
    boolean putKeys(AccountId accountId, VenueId venueId, VenueKeys keys);

    /**
     * What the key stands for.
     *
     * @param sameRequest whether it was used for this very request
     * @param isNew whether this call made it
     */
    record Registered(Account account, boolean sameRequest, boolean isNew) {}
}
