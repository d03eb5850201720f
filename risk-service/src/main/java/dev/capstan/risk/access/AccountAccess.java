package dev.capstan.risk.access;

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

    /** 404 unless the caller has {@code VIEW} on the account, or looks after the risk of all. */
    public void requireView(Caller caller, AccountId accountId) {
        boolean visible = accounts.get(accountId.text())
                .filter(account -> seesAll(caller) || account.allows(caller.subject(), Permission.VIEW))
                .isPresent();
        if (!visible) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "There is no such account.");
        }
    }

    /** 403 unless the caller may change limits, 404 when there is no such account. */
    public void requireChange(Caller caller, AccountId accountId) {
        if (!managesRisk(caller)) {
            throw ProblemException.of(ProblemCode.ACCESS_DENIED, "Changing limits needs role risk-manager or admin.");
        }
        requireView(caller, accountId);
    }

    /** A service that asks for itself may ask about every account; one that speaks for a user has that user's rights. */
    private static boolean seesAll(Caller caller) {
        return managesRisk(caller) || (caller.has(Role.SERVICE) && !caller.viaService());
    }

    private static boolean managesRisk(Caller caller) {
        return caller.has(Role.RISK_MANAGER) || caller.has(Role.ADMIN);
    }
}
