package dev.capstan.execution.account.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.account.Account;
import dev.capstan.kit.security.Caller;

/** Takes access back; taking back what was never given changes nothing. */
public class RevokeAccessHandler {

    private final AccountChange change;
    private final AccountStore store;

    public RevokeAccessHandler(AccountChange change, AccountStore store) {
        this.change = change;
        this.store = store;
    }

    public Account handle(Caller caller, AccountId accountId, String subject) {
        return change.apply(caller, accountId, account -> store.removeGrant(accountId, subject));
    }
}
