package dev.capstan.risk.sweep;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.order.OrderStanding;
import dev.capstan.kit.failure.Infrastructure;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Goes once through all reservations that nothing was heard of. */
@Component
class ReservationSweep {

    private static final Logger log = LoggerFactory.getLogger(ReservationSweep.class);

    private final ExposureBooks books;
    private final Standings standings;
    private final Release release;
    private final SweepSettings settings;
    private final Clock clock;

    ReservationSweep(ExposureBooks books, Standings standings, Release release, SweepSettings settings, Clock clock) {
        this.books = books;
        this.standings = standings;
        this.release = release;
        this.settings = settings;
        this.clock = clock;
    }

    void run() {
        Instant before = clock.instant().minus(settings.minimumAge());
        List<BookedOrder> batch = books.unheardOf(before, null, settings.batchSize());
        while (!batch.isEmpty()) {
            ask(batch);
            batch = books.unheardOf(before, last(batch), settings.batchSize());
        }
    }

    private void ask(List<BookedOrder> batch) {
        List<ClientOrderId> ids =
                batch.stream().map(BookedOrder::clientOrderId).distinct().toList();
        Map<ClientOrderId, OrderStanding> words = standings.of(ids).stream()
                .collect(Collectors.toMap(OrderStanding::clientOrderId, Function.identity(), (one, same) -> one));
        for (BookedOrder order : batch) {
            OrderStanding word = words.get(order.clientOrderId());
            if (word != null) {
                act(order, word);
            }
        }
    }

    /** One order that cannot be dealt with must not hold up all others; a database or an execution that is away does, until it is back. */
    private void act(BookedOrder order, OrderStanding word) {
        try {
            release.asTold(order, word);
        } catch (RuntimeException e) {
            if (Infrastructure.isAway(e)) {
                throw e;
            }
            log.error("Order {} stays reserved: what execution says cannot be applied", order.orderId(), e);
        }
    }

    private static @Nullable OrderId last(List<BookedOrder> batch) {
        return batch.getLast().orderId();
    }
}
