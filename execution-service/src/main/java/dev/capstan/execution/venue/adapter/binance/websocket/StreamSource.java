package dev.capstan.execution.venue.adapter.binance.websocket;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.domain.VenueClient;

/** How an account's venue is reached now. Asked again before each connection and while it lasts: keys may be replaced. */
public interface StreamSource {

    /**
     * Address, clock and keys.
     *
     * @throws dev.capstan.execution.venue.domain.VenueUnavailableException when the account has no keys or its venue is not configured
     */
    Access access(AccountId accountId);

    /** What one connection is made of; equal as long as nothing changed. */
    record Access(BinanceEnvironment environment, Credential credential, long keysVersion, VenueClient client) {}
}
