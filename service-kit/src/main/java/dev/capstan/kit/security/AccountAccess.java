package dev.capstan.kit.security;

import dev.capstan.contracts.account.AccountEvent;
import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.consumer.View;
import dev.capstan.kit.problem.ProblemException;

/**
 * Checks a caller against the accounts that execution publishes. An account of somebody else looks like none at all.
 *
 * <p>Risk managers and administrators see every account and trade on none that they were not granted. A service that speaks for a user
 * has that user's rights; one that asks for itself may ask about every account.
 */
public final class AccountAccess {

    private final View<AccountEvent> accounts;

    public AccountAccess(View<AccountEvent> accounts) {
        this.accounts = accounts;
    }

    /**
     * Returns when the caller may.
     *
     * @throws ProblemException 404 when there is no such account, or the caller may not know
     */
    public void require(Caller caller, AccountId accountId, Permission permission) {
        if (!allows(caller, accountId, permission)) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "There is no such account.");
        }
    }

    public boolean allows(Caller caller, AccountId accountId, Permission permission) {
        return accounts.get(accountId.text())
                .filter(account -> mayAlways(caller, permission) || account.allows(caller.subject(), permission))
                .isPresent();
    }

    private static boolean mayAlways(Caller caller, Permission permission) {
        boolean overseer = !caller.viaService() && (caller.has(Role.RISK_MANAGER) || caller.has(Role.ADMIN));
        boolean service = !caller.viaService() && caller.has(Role.SERVICE);
        return service || (overseer && permission == Permission.VIEW);
    }
}
