package dev.capstan.portfolio.ledger.adapter.kafka;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.consumer.Delivered;
import dev.capstan.kit.consumer.EventRuleViolation;
import dev.capstan.kit.consumer.OrderEventHandler;
import dev.capstan.kit.correlation.Correlation;
import dev.capstan.portfolio.ledger.LedgerConsumer;
import dev.capstan.portfolio.ledger.application.BookFills;
import dev.capstan.portfolio.ledger.application.BrokenFill;
import dev.capstan.portfolio.ledger.domain.PageBooking;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.portfolio.ledger.domain.PositionParking;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Work consumer {@code portfolio-ledger}: every fill of the order streams, once. Events without a fill change no book and cost no
 * statement; the fills of one batch cost as many statements as one fill.
 */
@Component
class LedgerOrderEvents implements OrderEventHandler {

    private final BookFills bookFills;
    private final OutboxPositions positions;
    private final PositionParking parking;
    private final LedgerMetrics metrics;

    LedgerOrderEvents(BookFills bookFills, OutboxPositions positions, PositionParking parking, LedgerMetrics metrics) {
        this.bookFills = bookFills;
        this.positions = positions;
        this.parking = parking;
        this.metrics = metrics;
    }

    @Override
    public String consumerName() {
        return LedgerConsumer.NAME;
    }

    @Override
    public boolean concerns(OrderEvent event) {
        return event.fill() != null;
    }

    @Override
    public void apply(OrderEvent event) {
        applyAll(List.of(new Delivered(event, Correlation.current())));
    }

    @Override
    public void applyAll(List<Delivered> batch) {
        List<OrderEvent> filled =
                batch.stream().map(Delivered::event).filter(this::concerns).toList();
        if (!filled.isEmpty()) {
            book(batch, filled);
        }
    }

    private void book(List<Delivered> batch, List<OrderEvent> filled) {
        try {
            PageBooking booking = bookFills.book(filled.getFirst().streamKey(), filled);
            metrics.booked(booking);
            if (booking.isChange()) {
                announce(batch, booking.after());
            }
        } catch (BrokenFill broken) {
            throw new EventRuleViolation(String.valueOf(broken.getMessage()));
        }
    }

    /** The last state only: the topic is of whole states, and those before it were never committed. It belongs to its newest fill. */
    private void announce(List<Delivered> batch, PositionBook page) {
        batch.stream()
                .filter(one -> one.number() == page.streamNumber())
                .forEach(one -> one.correlated(() -> positions.announce(page)));
    }

    @Override
    public void parkingChanged(StreamKey key, boolean parked) {
        parking.mark(key, parked);
    }
}
