package dev.capstan.marketdata.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what the feed does in this process, for the metrics and for {@link FeedStatus}. */
@Component
class FeedMonitor {

    private final Clock clock;
    private final VenueTime venueTime;
    private final LagWindow lags = new LagWindow();
    private final Counter ticks;
    private final Counter candles;
    private final Counter dropped;
    private final Counter reconnects;
    private final Counter unreadable;
    private final Timer lag;
    private volatile boolean connectedBefore;
    private volatile boolean connected;
    private volatile @Nullable Instant lastMessageAt;
    private volatile @Nullable Long lagMillis;

    FeedMonitor(Clock clock, VenueTime venueTime, MeterRegistry registry) {
        this.clock = clock;
        this.venueTime = venueTime;
        ticks = counter(registry, "capstan.feed.ticks", "Market trades read");
        candles = counter(registry, "capstan.feed.candles", "Closed candles read");
        dropped = counter(
                registry,
                "capstan.feed.dropped.ticks",
                "Ticks that made way for newer ones, or that Kafka did not take");
        reconnects = counter(registry, "capstan.feed.reconnects", "Connections opened after the first");
        unreadable = counter(registry, "capstan.feed.unreadable", "Frames that the protocol does not describe");
        lag = Timer.builder("capstan.feed.lag")
                .description("From the venue's event time to our reading of it, by the venue's clock")
                .publishPercentileHistogram()
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    void connected() {
        if (connectedBefore) {
            reconnects.increment();
        }
        connectedBefore = true;
        connected = true;
    }

    void disconnected() {
        connected = false;
    }

    /** Notes a frame and returns when it was read. */
    Instant received(Instant occurredAt) {
        Instant now = clock.instant();
        Duration behind = Duration.between(occurredAt, now.plus(venueTime.offset()));
        lastMessageAt = now;
        lagMillis = behind.toMillis();
        lags.add(behind.toMillis());
        lag.record(behind.isNegative() ? Duration.ZERO : behind);
        return now;
    }

    void tick() {
        ticks.increment();
    }

    void candle() {
        candles.increment();
    }

    void tickDropped() {
        dropped.increment();
    }

    void unreadable() {
        unreadable.increment();
    }

    FeedStatus status() {
        return new FeedStatus(
                connected,
                lastMessageAt,
                lagMillis,
                lags.percentile(50),
                lags.percentile(95),
                venueTime.offsetMillis(),
                whole(ticks),
                whole(candles),
                whole(dropped),
                whole(reconnects));
    }

    private static long whole(Counter counter) {
        return (long) counter.count();
    }
}
