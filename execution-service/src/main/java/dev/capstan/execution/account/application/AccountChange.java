package dev.capstan.execution.account.application;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.AccountAccess;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Caller;
import java.util.function.Consumer;

/** What every change of an account has in common: row lock, permission, version, record. */
public class AccountChange {

    private final AccountStore store;
    private final AccountRecords records;
    private final Transactions transactions;

    public AccountChange(AccountStore store, AccountRecords records, Transactions transactions) {
        this.store = store;
        this.records = records;
        this.transactions = transactions;
    }

    Account apply(Caller caller, AccountId accountId, Consumer<Account> change) {
        return transactions.call(() -> {
            Account account = store.lock(accountId)
                    .filter(candidate -> AccountAccess.allows(candidate, caller, Permission.VIEW))
                    .orElseThrow(
                            () -> ProblemException.of(ProblemCode.NOT_FOUND, "There is no account " + accountId + "."));
            requireAdministration(account, caller);
            change.accept(account);
            Account changed = store.raiseVersion(accountId);
            records.append(changed);
            return changed;
        });
    }

    private static void requireAdministration(Account account, Caller caller) {
        if (!AccountAccess.administers(account, caller)) {
            throw ProblemException.of(ProblemCode.ACCESS_DENIED, "Only the account's owner may change it.");
        }
    }
}
