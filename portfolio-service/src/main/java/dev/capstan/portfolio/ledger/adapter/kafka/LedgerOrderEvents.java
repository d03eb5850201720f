package dev.capstan.portfolio.ledger.adapter.kafka;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.consumer.EventRuleViolation;
import dev.capstan.kit.consumer.OrderEventHandler;
import dev.capstan.portfolio.ledger.LedgerConsumer;
import dev.capstan.portfolio.ledger.application.BookFill;
import dev.capstan.portfolio.ledger.application.BrokenFill;
import dev.capstan.portfolio.ledger.domain.FillBooking;
import dev.capstan.portfolio.ledger.domain.PositionParking;
import org.springframework.stereotype.Component;

/**
 * Work consumer {@code portfolio-ledger}: every fill of the order streams, once. Events without a fill change no book and cost no
 * statement.
 */
@Component
class LedgerOrderEvents implements OrderEventHandler {

    private final BookFill bookFill;
    private final OutboxPositions positions;
    private final PositionParking parking;
    private final LedgerMetrics metrics;

    LedgerOrderEvents(BookFill bookFill, OutboxPositions positions, PositionParking parking, LedgerMetrics metrics) {
        this.bookFill = bookFill;
        this.positions = positions;
        this.parking = parking;
        this.metrics = metrics;
    }

    @Override
    public String consumerName() {
        return LedgerConsumer.NAME;
    }

    @Override
    public void apply(OrderEvent event) {
        FillDetails fill = event.fill();
        if (fill == null) {
            return;
        }
        try {
            bookFill.book(event.streamKey(), event.number(), event.order().side(), fill, event.recordedAt())
                    .ifPresentOrElse(this::announce, metrics::repeated);
        } catch (BrokenFill broken) {
            throw new EventRuleViolation(String.valueOf(broken.getMessage()));
        }
    }

    @Override
    public void parkingChanged(StreamKey key, boolean parked) {
        parking.mark(key, parked);
    }

    private void announce(FillBooking booking) {
        metrics.booked(booking);
        positions.announce(booking.after());
    }
}
