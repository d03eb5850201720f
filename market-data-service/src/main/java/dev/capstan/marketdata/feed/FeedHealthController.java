package dev.capstan.marketdata.feed;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.kit.security.Allowed;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/feeds/health}. */
@RestController
class FeedHealthController {

    /** One entry per venue. */
    record FeedsView(List<VenueView> items, @Nullable String nextCursor) {}

    /**
     * The feed and what it has stored.
     *
     * @param feeder the replica that feeds, none while the lease is free
     * @param marketEpoch name of the replay or seed that is fed; empty for a real venue
     * @param marketSpeed market seconds per second
     * @param gaps places where candles are missing, over all its series
     */
    record VenueView(
            VenueId venue,
            String marketEpoch,
            double marketSpeed,
            @Nullable String feeder,
            boolean connected,
            boolean stale,
            @Nullable Instant lastMessageAt,
            @Nullable Long lagMs,
            @Nullable Long lagP50Ms,
            @Nullable Long lagP95Ms,
            @Nullable Long clockOffsetMs,
            long ticks,
            long candles,
            long droppedTicks,
            long reconnects,
            long gaps,
            long missing,
            List<StoredView> stored) {

        static VenueView of(FeedReport.FeedState feed, FeedSettings market, List<Series> series) {
            FeedStatus status = feed.status();
            return new VenueView(
                    feed.venue(),
                    market.marketEpoch(),
                    market.marketSpeed(),
                    feed.feeder(),
                    feed.connected(),
                    feed.stale(),
                    status.lastMessageAt(),
                    status.lagMillis(),
                    status.lagP50Millis(),
                    status.lagP95Millis(),
                    status.clockOffsetMillis(),
                    status.ticks(),
                    status.candles(),
                    status.droppedTicks(),
                    status.reconnects(),
                    series.stream().mapToLong(Series::gaps).sum(),
                    series.stream().mapToLong(Series::missing).sum(),
                    series.stream().map(StoredView::of).toList());
        }
    }

    /** The candles of one instrument. */
    record StoredView(
            InstrumentId instrumentId,
            Timeframe timeframe,
            Instant lastOpenTime,
            long candles,
            long gaps,
            long missing) {

        static StoredView of(Series series) {
            return new StoredView(
                    series.key().instrumentId(),
                    series.key().timeframe(),
                    series.lastOpenTime(),
                    series.candles(),
                    series.gaps(),
                    series.missing());
        }
    }

    private final FeedReport report;
    private final FeedSettings settings;
    private final Candles candles;

    FeedHealthController(FeedReport report, FeedSettings settings, Candles candles) {
        this.report = report;
        this.settings = settings;
        this.candles = candles;
    }

    @Allowed
    @GetMapping("/api/feeds/health")
    FeedsView health() {
        return new FeedsView(report.current().map(this::withCandles).stream().toList(), null);
    }

    private VenueView withCandles(FeedReport.FeedState feed) {
        return VenueView.of(feed, settings, candles.ofMarket(feed.venue(), settings.marketEpoch()));
    }
}
