package dev.capstan.risk.exposure.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import dev.capstan.risk.limit.Limits;
import java.time.Clock;

/** Moves an order and its key's position to where an event says they are, in the caller's transaction. */
public class BookOrderEvent {

    private final ExposureBooks books;
    private final LimitWatch watch;
    private final Clock clock;

    public BookOrderEvent(ExposureBooks books, Limits limits, Valuation valuation, ExposureAlerts alerts, Clock clock) {
        this.books = books;
        this.watch = new LimitWatch(books, limits, valuation, alerts);
        this.clock = clock;
    }

    /** Called once for each number of a key, in order. */
    public void book(OrderEvent event) {
        InstrumentPosition position = books.lock(event.streamKey());
        BookedOrder before =
                books.find(event.order().orderId()).orElseGet(() -> BookedOrder.met(event.order(), clock.instant()));
        BookedOrder after = before.after(event);
        if (!position.isRebuilding()) {
            watch.moved(before, after);
        }
        books.save(position.after(event), after);
    }

    /** Events of the key stopped, or go on: new orders are refused in between. */
    public void parked(StreamKey key, boolean parked) {
        books.save(books.lock(key).parked(parked));
    }
}
