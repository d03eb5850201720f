package dev.capstan.portfolio.balance.domain;

import dev.capstan.contracts.id.StreamKey;

/** How far the ledger has applied each stream. */
@FunctionalInterface
public interface AppliedNumbers {

    /** Last applied number, 0 when none. */
    long lastApplied(StreamKey key);
}
