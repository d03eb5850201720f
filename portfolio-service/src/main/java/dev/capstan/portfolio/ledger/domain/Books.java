package dev.capstan.portfolio.ledger.domain;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.trading.accounting.FillRank;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.PositionState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored books. All calls run in the caller's transaction. */
public interface Books {

    /** The key's page as a fill of {@code rank} finds it. */
    Opened open(StreamKey key, FillRank rank);

    /** The position after the last fill that ranks before {@code rank}. */
    PositionState stateBefore(StreamKey key, FillRank rank);

    /** The fills that rank after {@code rank}, in rank order. */
    List<PositionFill> fillsAfter(StreamKey key, FillRank rank);

    /** Stores the booking whole; fails, and the transaction with it, when the page was changed since it was opened. */
    void save(FillBooking booking, Instant recordedAt);

    /**
     * What {@link #open} finds.
     *
     * @param booked the fill of the same trade and venue order, if there is one already
     * @param newest rank of the newest fill, null before the first
     */
    record Opened(
            PositionBook page,
            @Nullable PositionFill booked,
            @Nullable FillRank newest) {

        /** Of a key nothing was booked for. */
        public static Opened unwritten(StreamKey key) {
            return new Opened(PositionBook.unwritten(key), null, null);
        }
    }
}
