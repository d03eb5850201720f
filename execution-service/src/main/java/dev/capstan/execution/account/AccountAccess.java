package dev.capstan.execution.account;

import dev.capstan.contracts.account.AccountGrant;
import dev.capstan.contracts.account.Permission;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import java.util.List;

/** Who may do what with an account. Being allowed to look at all accounts never allows to trade on them. */
public final class AccountAccess {

    private AccountAccess() {}

    public static boolean allows(Account account, Caller caller, Permission permission) {
        return account.ownerSubject().equals(caller.subject())
                || granted(account.grants(), caller.subject(), permission)
                || (permission == Permission.VIEW && seesAll(caller));
    }

    private static boolean granted(List<AccountGrant> grants, String subject, Permission permission) {
        return grants.stream()
                .anyMatch(grant -> grant.subject().equals(subject)
                        && (grant.permission() == Permission.TRADE || grant.permission() == permission));
    }

    /** People who watch over risk, and services on their own behalf; a service that speaks for a user sees what the user sees. */
    public static boolean seesAll(Caller caller) {
        return caller.has(Role.RISK_MANAGER)
                || caller.has(Role.ADMIN)
                || (caller.has(Role.SERVICE) && !caller.viaService());
    }

    /** Keys and grants are the owner's, and an admin's. */
    public static boolean administers(Account account, Caller caller) {
        return account.ownerSubject().equals(caller.subject()) || caller.has(Role.ADMIN);
    }
}
