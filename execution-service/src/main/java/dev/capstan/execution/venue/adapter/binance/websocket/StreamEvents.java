package dev.capstan.execution.venue.adapter.binance.websocket;

import dev.capstan.contracts.id.AccountId;

/** What operators are told about streams. */
public interface StreamEvents {

    void streamUp(AccountId accountId);

    /**
     * Once in a row of failures, at the fifth.
     *
     * @param reason of the last one, for people
     */
    void streamStaysDown(AccountId accountId, String reason);
}
