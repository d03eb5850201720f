package dev.capstan.risk.exposure.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Moves an order and its key's position to where an event says they are, in the caller's transaction. */
@Component
public class BookOrderEvent {

    private final ExposureBooks books;
    private final LimitWatch watch;
    private final Clock clock;

    BookOrderEvent(ExposureBooks books, LimitWatch watch, Clock clock) {
        this.books = books;
        this.watch = watch;
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
