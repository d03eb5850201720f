package dev.capstan.portfolio.ledger.domain;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.trading.accounting.FillRank;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.PositionState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored books. All calls run in the caller's transaction. */
public interface Books {

    /** The key's page as fills of {@code ranks} find it. */
    Opened open(StreamKey key, List<FillRank> ranks);

    /** The stored fills that rank behind {@code rank}. */
    FillSequence behind(StreamKey key, FillRank rank);

    /** Stores the booking whole; fails, and the transaction with it, when the page was changed since it was opened. */
    void save(PageBooking booking);

    /**
     * What {@link #open} finds.
     *
     * @param booked the fills of the same trades and venue orders that there are already
     * @param newest null before the first fill
     */
    record Opened(
            PositionBook page,
            List<PositionFill> booked,
            @Nullable Newest newest) {

        public Opened {
            booked = List.copyOf(booked);
        }

        /** Of a key nothing was booked for. */
        public static Opened unwritten(StreamKey key) {
            return new Opened(PositionBook.unwritten(key), List.of(), null);
        }
    }

    /**
     * The newest stored fill.
     *
     * @param state the position right after it
     */
    record Newest(FillRank rank, PositionState state) {}
}
