package dev.capstan.portfolio.rebuild.domain;

import dev.capstan.contracts.id.StreamKey;

/** The ledger's place in execution's numbered streams. */
public interface OrderStreams {

    long lastApplied(StreamKey key);

    /** Back to the beginning, in the caller's transaction; until it ends nobody else applies events of the key. */
    void rewind(StreamKey key);

    /** Applies all that execution has, in transactions of its own; returns the last number then applied. */
    long catchUp(StreamKey key);
}
