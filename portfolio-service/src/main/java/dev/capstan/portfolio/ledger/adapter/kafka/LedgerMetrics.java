package dev.capstan.portfolio.ledger.adapter.kafka;

import dev.capstan.portfolio.ledger.domain.BookedFill;
import dev.capstan.portfolio.ledger.domain.PageBooking;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what the ledger did; a transaction that is repeated counts again. */
@Component
class LedgerMetrics {

    private final Counter booked;
    private final Counter late;
    private final Counter repeated;

    LedgerMetrics(MeterRegistry registry) {
        this.booked = registry.counter("capstan.portfolio.fills.booked");
        this.late = registry.counter("capstan.portfolio.fills.late");
        this.repeated = registry.counter("capstan.portfolio.fills.repeated");
    }

    void booked(PageBooking booking) {
        booked.increment(booking.fills().size());
        late.increment(
                (double) booking.fills().stream().filter(BookedFill::late).count());
        repeated.increment(booking.repeated());
    }
}
