package dev.capstan.execution.account.application;

import dev.capstan.contracts.account.AccountGrant;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.account.Account;
import dev.capstan.kit.security.Caller;

/** Gives access to another user, or changes what was given. */
public class GrantAccessHandler {

    private final AccountChange change;
    private final AccountStore store;

    public GrantAccessHandler(AccountChange change, AccountStore store) {
        this.change = change;
        this.store = store;
    }

    public Account handle(Caller caller, AccountId accountId, AccountGrant grant) {
        return change.apply(caller, accountId, account -> store.putGrant(accountId, grant));
    }
}
