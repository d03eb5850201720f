package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.id.AccountId;
import java.util.List;

/** What accounts hold, quickly: kept current by the user data stream where a session is owned, a moment old elsewhere. */
public interface KnownBalances {

    /**
     * All balances the venue has told of; an asset that is absent is not held.
     *
     * @throws VenueUnavailableException when nothing fresh is known and the venue does not answer
     */
    List<VenueBalance> of(AccountId accountId);
}
