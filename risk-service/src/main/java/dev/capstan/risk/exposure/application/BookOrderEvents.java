package dev.capstan.risk.exposure.application;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.consumer.Delivered;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.limit.Limits;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Moves orders and their key's position to where events say they are, in the caller's transaction.
 *
 * <p>However many events there are, the key's row is locked once, their orders are read once, and what they came to is stored once. In
 * between they are applied in memory, which is as good as applying them to rows: a reservation, a release, a rebuild and another replica
 * all take the key's row before they touch an order of it, so nobody else moves what is held here. Dying before the commit leaves the
 * rows as they were, the stream's place among them.
 */
public class BookOrderEvents {

    private final ExposureBooks books;
    private final LimitWatch watch;
    private final Clock clock;

    public BookOrderEvents(
            ExposureBooks books, Limits limits, Valuation valuation, ExposureAlerts alerts, Clock clock) {
        this.books = books;
        this.watch = new LimitWatch(books, limits, valuation, alerts);
        this.clock = clock;
    }

    /** Books consecutive events of one key, each once and in order; what is stored does not depend on where batches are cut. */
    public void book(List<Delivered> batch) {
        BookInHand book = open(batch);
        for (Delivered one : batch) {
            one.correlated(() -> book(book, one.event()));
        }
        store(book);
    }

    /** The lock comes first and alone: orders read by the statement that waits for it would be those from before the wait. */
    private BookInHand open(List<Delivered> batch) {
        StreamKey key = batch.getFirst().event().streamKey();
        Set<OrderId> told =
                batch.stream().map(one -> one.event().order().orderId()).collect(Collectors.toUnmodifiableSet());
        return new BookInHand(books.lock(key), books.findAll(told));
    }

    private void book(BookInHand book, OrderEvent event) {
        BookedOrder before =
                book.find(event.order().orderId()).orElseGet(() -> BookedOrder.met(event.order(), clock.instant()));
        BookedOrder after = before.after(event);
        if (!book.position().isRebuilding() && watch.concerns(before, after)) {
            // The watch reads the account as stored, so that has to be what was before this event.
            store(book);
            watch.judge(before, after);
        }
        book.move(event, after);
    }

    private void store(BookInHand book) {
        if (book.isMoved()) {
            books.save(book.position(), book.takeMoved());
        }
    }

    /** Events of the key stopped, or go on: new orders are refused in between. */
    public void parked(StreamKey key, boolean parked) {
        books.save(books.lock(key).parked(parked));
    }
}
