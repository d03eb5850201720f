package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.domain.VenueClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The venue's time: our clock plus an offset, measured from the mid-point of a round trip. The true offset is within half the round trip
 * of it, which is the stated error.
 */
final class BinanceClock implements VenueClock {

    static final Duration INTERVAL = Duration.ofSeconds(30);
    static final Duration MAX_AGE = Duration.ofMinutes(2);
    static final Duration MAX_ERROR = Duration.ofMillis(500);

    private final BinanceHttp http;
    private final Clock clock;
    private volatile @Nullable Measurement last;

    BinanceClock(BinanceHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> now() {
        Instant now = clock.instant();
        Measurement measurement = last;
        return measurement == null || !measurement.usableAt(now)
                ? Optional.empty()
                : Optional.of(now.plus(measurement.offset()));
    }

    /** The best guess for reads, where a wrong one costs a repeat only. */
    Instant nowOrOurs() {
        Measurement measurement = last;
        return measurement == null ? clock.instant() : clock.instant().plus(measurement.offset());
    }

    Optional<Duration> offset() {
        return Optional.ofNullable(last).map(Measurement::offset);
    }

    /** Also when the last one is worthless: until there is a better one no order goes out. */
    boolean isDue() {
        Instant now = clock.instant();
        Measurement measurement = last;
        return measurement == null
                || !measurement.usableAt(now)
                || Duration.between(measurement.at(), now).compareTo(INTERVAL) >= 0;
    }

    /** Whether the venue answered when it was last due to: missed for half an interval means that it does not answer. */
    boolean isAnswered() {
        Measurement measurement = last;
        return measurement != null
                && Duration.between(measurement.at(), clock.instant()).compareTo(INTERVAL.plus(INTERVAL.dividedBy(2)))
                        <= 0;
    }

    /**
     * Asks the venue. A round trip too long to learn from does not replace a measurement that can still be used.
     *
     * @throws NoReplyException when there is no answer
     */
    void measure() {
        Instant sent = clock.instant();
        Reply reply = http.time();
        Instant received = clock.instant();
        if (!reply.ok()) {
            throw new NoReplyException("time: " + reply.error().describe(), null);
        }
        Instant venue = Fields.ofObject(reply.body()).instant("serverTime");
        accept(Measurement.of(sent, received, venue));
    }

    private void accept(Measurement measurement) {
        Measurement before = last;
        if (measurement.isGood() || before == null || !before.usableAt(measurement.at())) {
            last = measurement;
        }
    }

    private record Measurement(Duration offset, Duration error, Instant at) {

        static Measurement of(Instant sent, Instant received, Instant venue) {
            Duration half = Duration.between(sent, received).dividedBy(2);
            return new Measurement(Duration.between(sent.plus(half), venue), half.abs(), received);
        }

        boolean isGood() {
            return error.compareTo(MAX_ERROR) <= 0;
        }

        boolean usableAt(Instant now) {
            return isGood() && Duration.between(at, now).compareTo(MAX_AGE) <= 0;
        }
    }
}
