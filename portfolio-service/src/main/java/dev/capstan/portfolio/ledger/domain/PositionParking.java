package dev.capstan.portfolio.ledger.domain;

import dev.capstan.contracts.id.StreamKey;

/** Remembers which keys are parked. */
public interface PositionParking {

    /** Marks the key in the caller's transaction; it need not have a position yet. */
    void mark(StreamKey key, boolean parked);
}
