package dev.capstan.risk.reservation.adapter.web;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.exposure.domain.ExposureBooks.Held;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * {@code risk_reservation_seconds} (by outcome), {@code risk_denials_total} (by reason), {@code risk_reservations_held} and {@code
 * risk_reservation_oldest_seconds}. The last two are read every few seconds, not on every scrape.
 */
@Component
class ReservationMeters {

    private final MeterRegistry meters;
    private final ExposureBooks books;
    private final Clock clock;
    private final AtomicReference<Held> held = new AtomicReference<>(new Held(0, null));

    ReservationMeters(MeterRegistry meters, ExposureBooks books, Clock clock) {
        this.meters = meters;
        this.books = books;
        this.clock = clock;
        meters.gauge("risk.reservations.held", held, newest -> newest.get().orders());
        meters.gauge("risk.reservation.oldest.seconds", held, newest -> oldestSeconds(newest.get()));
    }

    ReservationAnswer timed(Supplier<ReservationAnswer> question) {
        Timer.Sample sample = Timer.start(meters);
        ReservationAnswer answer = question.get();
        sample.stop(timer(answer));
        DenialReason reason = answer.reason();
        if (reason != null) {
            meters.counter("risk.denials", "reason", reason.name()).increment();
        }
        return answer;
    }

    @Scheduled(fixedDelay = 5_000)
    void look() {
        held.set(books.held());
    }

    private Timer timer(ReservationAnswer answer) {
        return Timer.builder("risk.reservation")
                .description("From the question to the stored answer")
                .tag("outcome", answer.outcome().name())
                .publishPercentileHistogram()
                .register(meters);
    }

    private double oldestSeconds(Held newest) {
        return newest.oldest() == null
                ? 0
                : Duration.between(newest.oldest(), clock.instant()).toMillis() / 1_000.0;
    }
}
