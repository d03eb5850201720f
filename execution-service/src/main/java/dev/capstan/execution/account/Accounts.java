package dev.capstan.execution.account;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.kit.security.Caller;
import java.util.List;
import java.util.Optional;

/** The accounts of this installation. */
public interface Accounts {

    Optional<Account> find(AccountId accountId);

    /** Every account that has venue keys: those for which a session is kept. */
    List<Account> withVenueKeys();

    /**
     * The account, when the caller may do this with it.
     *
     * @throws dev.capstan.kit.problem.ProblemException NOT_FOUND for a stranger, ACCESS_DENIED when the grant is too small
     */
    Account require(Caller caller, AccountId accountId, Permission permission);

    /** Accounts the caller may see. */
    List<Account> visibleTo(Caller caller);
}
