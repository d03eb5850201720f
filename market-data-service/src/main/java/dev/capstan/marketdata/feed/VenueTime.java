package dev.capstan.marketdata.feed;

import dev.capstan.marketdata.binance.VenueApi;
import dev.capstan.marketdata.instrument.VenueUnavailableException;
import dev.capstan.marketdata.intake.FeedRight;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * How far the venue's clock is ahead of ours, measured every 30 s by the replica that feeds, from the mid-point of a round trip. The true offset
 * is within half the round trip of it.
 */
@Component
class VenueTime implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(VenueTime.class);
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LARGEST_ERROR = Duration.ofMillis(500);

    private final VenueApi venue;
    private final FeedRight right;
    private final Clock clock;
    private volatile @Nullable Measurement last;
    private volatile @Nullable Thread thread;

    private record Measurement(Duration offset, Instant at) {}

    VenueTime(VenueApi venue, FeedRight right, Clock clock, MeterRegistry registry) {
        this.venue = venue;
        this.right = right;
        this.clock = clock;
        Gauge.builder("capstan.feed.clock.offset", this, VenueTime::offsetSeconds)
                .description("How far the venue's clock is ahead of ours")
                .baseUnit("seconds")
                .register(registry);
    }

    private double offsetSeconds() {
        return offset().toNanos() / 1e9;
    }

    /** Zero until it was measured. */
    Duration offset() {
        Measurement measurement = last;
        return measurement == null ? Duration.ZERO : measurement.offset();
    }

    /** Null until it was measured. */
    @Nullable
    Long offsetMillis() {
        Measurement measurement = last;
        return measurement == null ? null : measurement.offset().toMillis();
    }

    /** Asks the venue. A round trip too long to learn from teaches nothing. */
    void measure() throws InterruptedException {
        Instant sent = clock.instant();
        Instant theirs = venue.time();
        Instant received = clock.instant();
        Duration half = Duration.between(sent, received).dividedBy(2);
        if (half.abs().compareTo(LARGEST_ERROR) <= 0) {
            last = new Measurement(Duration.between(sent.plus(half), theirs), received);
        }
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("venue-time").start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (right.isHeld() && isDue()) {
                    measureQuietly();
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            LOG.debug("the venue's time is no longer measured");
        }
    }

    private boolean isDue() {
        Measurement measurement = last;
        return measurement == null
                || Duration.between(measurement.at(), clock.instant()).compareTo(INTERVAL) >= 0;
    }

    private void measureQuietly() throws InterruptedException {
        try {
            measure();
        } catch (VenueUnavailableException e) {
            LOG.debug("the venue did not tell its time: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
