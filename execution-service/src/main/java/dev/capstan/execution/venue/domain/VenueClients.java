package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.id.AccountId;

/** Clients by account, with the account's decrypted keys; kept and reused. */
public interface VenueClients {

    /**
     * The account's client.
     *
     * @throws VenueUnavailableException when the account has no keys or its venue is not configured
     */
    VenueClient of(AccountId accountId);
}
