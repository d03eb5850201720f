package dev.capstan.execution.account.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.VenueKeys;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Caller;

/** Replaces the keys of an account. Sessions notice within seconds and connect anew. */
public class ReplaceVenueKeysHandler {

    private final AccountChange change;
    private final AccountStore store;

    public ReplaceVenueKeysHandler(AccountChange change, AccountStore store) {
        this.change = change;
        this.store = store;
    }

    public Account handle(Caller caller, AccountId accountId, VenueKeys keys) {
        return change.apply(caller, accountId, account -> {
            if (!store.putKeys(accountId, account.venueId(), keys)) {
                throw keyInUse();
            }
        });
    }

    static ProblemException keyInUse() {
        return ProblemException.of(
                ProblemCode.STATE_CONFLICT, "This API key belongs to another account of this installation.");
    }
}
