package dev.capstan.execution.account;

import dev.capstan.contracts.id.AccountId;
import java.util.Optional;
import java.util.OptionalLong;

/** Opens venue keys for the adapter that signs with them. */
public interface VenueKeySource {

    /** Rises when the keys are replaced; empty when the account has none. */
    OptionalLong versionOf(AccountId accountId);

    Optional<VenueKeys> open(AccountId accountId);
}
