package dev.capstan.portfolio.access;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.account.AccountEvent;
import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.consumer.View;
import dev.capstan.kit.consumer.Views;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import org.springframework.stereotype.Component;

/** Checks the caller against the accounts that execution publishes. An account of somebody else looks like none at all. */
@Component
public class AccountAccess {

    private final View<AccountEvent> accounts;

    AccountAccess(Views views) {
        this.accounts = views.follow(Topics.ACCOUNT_EVENTS, AccountEvent.class, AccountEvent::version);
    }

    /** 404 unless the caller may do {@code permission} on the account. */
    public void require(Caller caller, AccountId accountId, Permission permission) {
        boolean allowed = accounts.get(accountId.text())
                .filter(account -> seesAll(caller, permission) || account.allows(caller.subject(), permission))
                .isPresent();
        if (!allowed) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "There is no such account.");
        }
    }

    /** A service that speaks for a user has that user's rights; one that asks for itself may ask about every account. */
    private static boolean seesAll(Caller caller, Permission permission) {
        boolean overseer = caller.has(Role.RISK_MANAGER) || caller.has(Role.ADMIN);
        return (overseer && permission == Permission.VIEW) || (caller.has(Role.SERVICE) && !caller.viaService());
    }
}
