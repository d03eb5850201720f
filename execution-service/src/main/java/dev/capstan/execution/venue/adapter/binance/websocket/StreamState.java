package dev.capstan.execution.venue.adapter.binance.websocket;

/** How an account's stream is. */
public sealed interface StreamState {

    record Up() implements StreamState {}

    /**
     * Nothing is heard of the account.
     *
     * @param reason for people
     * @param accountsOwn whether it is for something of this account alone, like wrong keys: others are not concerned
     */
    record Down(String reason, boolean accountsOwn) implements StreamState {}
}
