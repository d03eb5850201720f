package dev.capstan.execution.session;

import dev.capstan.contracts.id.AccountId;
import java.util.Optional;

/** Where the owner of a session listens. */
public interface SessionAddresses {

    /** Base URL of the replica that owns the account's session; empty while nobody does. */
    Optional<String> addressOf(AccountId accountId);
}
