package dev.capstan.execution.session;

import dev.capstan.contracts.id.AccountId;
import java.util.Collection;
import java.util.Optional;

/** The sessions this replica owns as far as it knows. The lease row decides, inside each claim. */
public interface Sessions {

    Optional<SessionOwnership> owned(AccountId accountId);

    Collection<SessionOwnership> allOwned();
}
