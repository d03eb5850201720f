package dev.capstan.portfolio.ledger.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.portfolio.ledger.domain.Books;
import dev.capstan.portfolio.ledger.domain.Books.Newest;
import dev.capstan.portfolio.ledger.domain.Books.Opened;
import dev.capstan.portfolio.ledger.domain.FillSequence;
import dev.capstan.portfolio.ledger.domain.PageBooking;
import dev.capstan.portfolio.ledger.domain.ToldFill;
import dev.capstan.trading.accounting.FillRank;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.PositionState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Books fills once each: ledger transactions, position and version together.
 *
 * <p>A fill that is booked already, under whatever event, changes nothing. A fill older than the newest known is inserted at its place,
 * and the fills after it are costed anew.
 *
 * <p>The fills of a batch are folded in memory, one after the other in the order of their events, and stored together. That is what one at
 * a time would store: each meets the page and the fills as the one before it left them, and nobody else can come between, because the
 * stream's row of the key is locked. The page is stored by comparing its version all the same. Dying before the commit leaves nothing of
 * the batch; after it the numbers are repeats, and under other numbers the trades are.
 */
public final class BookFills {

    private final Books books;

    public BookFills(Books books) {
        this.books = books;
    }

    /**
     * Books the fills of {@code events} in the caller's transaction.
     *
     * @param events events of {@code key} that carry a fill, in the order of their numbers
     * @throws BrokenFill when a fill contradicts the book; nothing may be kept of the batch then
     */
    public PageBooking book(StreamKey key, List<OrderEvent> events) {
        List<ToldFill> told = events.stream()
                .map(event -> obeying(key, () -> ToldFill.of(event)))
                .toList();
        Opened opened =
                books.open(key, told.stream().map(one -> one.fill().rank()).toList());
        List<ToldFill> fresh = fresh(opened, told);
        PageDraft draft = new PageDraft(opened.page(), sequence(opened, fresh));
        fresh.forEach(one -> add(draft, one));
        PageBooking booking = draft.booking(told.size() - fresh.size());
        if (booking.isChange()) {
            books.save(booking);
        }
        return booking;
    }

    /** Those that are booked neither yet nor earlier in the batch. */
    private static List<ToldFill> fresh(Opened opened, List<ToldFill> told) {
        KnownFills known = new KnownFills(opened.booked());
        List<ToldFill> fresh = new ArrayList<>();
        for (ToldFill one : told) {
            PositionFill same = known.putIfAbsent(one.fill());
            if (same == null) {
                fresh.add(one);
            } else {
                requireSame(same, one.fill());
            }
        }
        return fresh;
    }

    /** The stored fills behind the earliest new one; mostly none, which the page's newest fill tells without a look. */
    private FillSequence sequence(Opened opened, List<ToldFill> fresh) {
        Newest newest = opened.newest();
        if (newest == null) {
            return new FillSequence(PositionState.FLAT, List.of());
        }
        return fresh.stream()
                .map(one -> one.fill().rank())
                .min(FillRank::compareTo)
                .filter(earliest -> earliest.compareTo(newest.rank()) < 0)
                .map(earliest -> books.behind(opened.page().key(), earliest))
                .orElseGet(() -> new FillSequence(newest.state(), List.of()));
    }

    private static void add(PageDraft draft, ToldFill told) {
        requireSamePair(draft, told);
        obeying(draft.page().key(), () -> draft.add(told));
    }

    /** A value that cannot be, or a sum beyond what a column holds, is the fill's fault and not the machine's. */
    private static <T> T obeying(StreamKey key, Supplier<T> rule) {
        try {
            return rule.get();
        } catch (IllegalArgumentException e) {
            throw new BrokenFill("fill of " + key + ": " + e.getMessage(), e);
        }
    }

    private static void requireSame(PositionFill booked, PositionFill fill) {
        if (!booked.equals(fill)) {
            throw new BrokenFill("trade " + fill.rank().tradeId() + " of venue order "
                    + fill.rank().venueOrderId() + " is booked with other figures: " + booked + " and now " + fill);
        }
    }

    private static void requireSamePair(PageDraft draft, ToldFill told) {
        if (draft.page().pair() != null && !draft.page().pair().equals(told.pair())) {
            throw new BrokenFill(
                    draft.page().key() + " trades " + draft.page().pair() + ", got a fill of " + told.pair());
        }
    }
}
