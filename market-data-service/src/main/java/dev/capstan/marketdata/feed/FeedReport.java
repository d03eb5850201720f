package dev.capstan.marketdata.feed;

import dev.capstan.contracts.id.VenueId;
import dev.capstan.kit.settings.CapstanSettings;
import dev.capstan.marketdata.binance.BinanceRest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the feed is, asked at any replica: its owner looks at itself, the others at what the owner last wrote down. */
@Component
class FeedReport {

    private final FeedSettings settings;
    private final FeedLease lease;
    private final FeedMonitor monitor;
    private final CapstanSettings process;
    private final Clock clock;

    FeedReport(FeedSettings settings, FeedLease lease, FeedMonitor monitor, CapstanSettings process, Clock clock) {
        this.settings = settings;
        this.lease = lease;
        this.monitor = monitor;
        this.process = process;
        this.clock = clock;
    }

    /**
     * One venue's feed.
     *
     * @param feeder the replica that feeds, none while the lease is free
     * @param status what it last saw
     */
    record FeedState(VenueId venue, @Nullable String feeder, boolean connected, boolean stale, FeedStatus status) {}

    /** Empty when no venue is configured. */
    Optional<FeedState> current() {
        if (!settings.isConfigured()) {
            return Optional.empty();
        }
        Duration limit = settings.scaledSilenceLimit();
        if (lease.isHeld()) {
            return Optional.of(state(process.instanceId(), monitor.status(), limit));
        }
        // What the owner wrote may be a renewal old.
        return Optional.of(lease.standing()
                .map(row -> state(row.held() ? row.owner() : null, row.status(), limit.plus(FeedLease.RENEWAL)))
                .orElseGet(() -> state(null, FeedStatus.NEVER, limit)));
    }

    private FeedState state(@Nullable String feeder, FeedStatus status, Duration limit) {
        return new FeedState(
                BinanceRest.VENUE,
                feeder,
                feeder != null && status.connected(),
                status.isStale(clock.instant(), limit),
                status);
    }
}
