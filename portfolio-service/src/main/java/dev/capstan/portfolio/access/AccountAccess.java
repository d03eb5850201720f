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
                .filter(account -> isService(caller) || account.allows(caller.subject(), permission))
                .isPresent();
        if (!allowed) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "There is no such account.");
        }
    }

    /** A service that asks for itself may ask about every account; one that speaks for a user has that user's rights. */
    private static boolean isService(Caller caller) {
        return caller.has(Role.SERVICE) && !caller.viaService();
    }
}
