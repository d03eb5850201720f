package dev.capstan.portfolio.ledger.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.value.Side;
import dev.capstan.portfolio.ledger.domain.Books;
import dev.capstan.portfolio.ledger.domain.Books.Opened;
import dev.capstan.portfolio.ledger.domain.FillBooking;
import dev.capstan.portfolio.ledger.domain.FillPosting;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.trading.accounting.AverageCost;
import dev.capstan.trading.accounting.FillRank;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.PositionState;
import dev.capstan.trading.accounting.Recosting;
import dev.capstan.trading.accounting.TradedPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Books a fill once: ledger transactions, position and version together.
 *
 * <p>A fill that is booked already, under whatever event, changes nothing. A fill older than the newest known is inserted at its place,
 * and the fills after it are costed anew.
 */
public final class BookFill {

    private final Books books;

    public BookFill(Books books) {
        this.books = books;
    }

    /**
     * Books {@code details} in the caller's transaction.
     *
     * @return what changed; empty when the fill was booked before
     * @throws BrokenFill when the fill contradicts the book
     */
    public Optional<FillBooking> book(StreamKey key, long number, Side side, FillDetails details, Instant recordedAt) {
        PositionFill fill = obeying(key, () -> PositionFill.of(details, side));
        TradedPair pair = obeying(key, () -> new TradedPair(details.baseAsset(), details.quoteAsset()));
        Opened opened = books.open(key, fill.rank());
        if (opened.booked() != null) {
            requireSame(opened.booked(), fill);
            return Optional.empty();
        }
        requireSame(opened.page(), pair);
        FillBooking booking = booking(opened, pair, fill, number, recordedAt);
        books.save(booking, recordedAt);
        return Optional.of(booking);
    }

    private FillBooking booking(Opened opened, TradedPair pair, PositionFill fill, long number, Instant recordedAt) {
        PositionBook page = opened.page();
        List<PositionFill> later = isLate(opened, fill) ? books.fillsAfter(page.key(), fill.rank()) : List.of();
        PositionState before = later.isEmpty() ? page.state() : books.stateBefore(page.key(), fill.rank());
        return obeying(page.key(), () -> {
            Recosting recosting = Recosting.insert(new AverageCost(pair), before, fill, later, page.state());
            return new FillBooking(
                    page,
                    page.after(pair, recosting.current(), number, recordedAt),
                    fill,
                    later,
                    recosting,
                    FillPosting.transactions(pair, fill, recosting));
        });
    }

    /** A value that cannot be, or a sum beyond what a column holds, is the fill's fault and not the machine's. */
    private static <T> T obeying(StreamKey key, Supplier<T> rule) {
        try {
            return rule.get();
        } catch (IllegalArgumentException e) {
            throw new BrokenFill("fill of " + key + ": " + e.getMessage(), e);
        }
    }

    private static boolean isLate(Opened opened, PositionFill fill) {
        FillRank newest = opened.newest();
        return newest != null && fill.rank().compareTo(newest) < 0;
    }

    private static void requireSame(PositionFill booked, PositionFill fill) {
        if (!booked.equals(fill)) {
            throw new BrokenFill("trade " + fill.rank().tradeId() + " of venue order "
                    + fill.rank().venueOrderId() + " is booked with other figures: " + booked + " and now " + fill);
        }
    }

    private static void requireSame(PositionBook page, TradedPair pair) {
        if (page.pair() != null && !page.pair().equals(pair)) {
            throw new BrokenFill(page.key() + " trades " + page.pair() + ", got a fill of " + pair);
        }
    }
}
