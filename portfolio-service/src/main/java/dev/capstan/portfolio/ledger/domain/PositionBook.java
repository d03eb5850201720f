package dev.capstan.portfolio.ledger.domain;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.trading.accounting.PositionState;
import dev.capstan.trading.accounting.TradedPair;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The current page of a key's book: its position and how far it reaches.
 *
 * @param pair null before the first fill
 * @param version rises by one with each change, across rebuilds too
 * @param streamNumber number of the last fill's event, 0 before the first
 * @param rebuilding true from the opening of a new generation until it has caught up with the one before
 * @param asOf when execution recorded the newest fact in it; null before the first
 */
public record PositionBook(
        StreamKey key,
        @Nullable TradedPair pair,
        PositionState state,
        long version,
        long streamNumber,
        int generation,
        boolean rebuilding,
        boolean parked,
        @Nullable Instant asOf) {

    /** A key nothing was booked for. */
    public static PositionBook unwritten(StreamKey key) {
        return new PositionBook(key, null, PositionState.FLAT, 0, 0, 1, false, false, null);
    }

    /** The page after a fill. */
    public PositionBook after(TradedPair newPair, PositionState newState, long number, Instant recordedAt) {
        return new PositionBook(
                key, newPair, newState, version + 1, number, generation, rebuilding, parked, recordedAt);
    }

    public BookId id() {
        return BookId.of(key, generation);
    }
}
