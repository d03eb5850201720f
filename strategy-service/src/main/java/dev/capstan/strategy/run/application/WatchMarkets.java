package dev.capstan.strategy.run.application;

import dev.capstan.contracts.id.VenueId;
import dev.capstan.strategy.run.application.MarketRules.Feed;
import dev.capstan.strategy.run.domain.HaltReason;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ends runs whose market is over: a venue that plays another one now, or lists the instrument no more, sends no candle that would say so, and
 * the run would wait for ever. A feed that is away, silent or unknown says nothing about the market; the run's figures are stale then.
 */
public final class WatchMarkets {

    private final LiveRuns runs;
    private final RunLeases leases;
    private final MarketRules market;
    private final Clock clock;

    public WatchMarkets(LiveRuns runs, RunLeases leases, MarketRules market, Clock clock) {
        this.runs = runs;
        this.leases = leases;
        this.market = market;
        this.clock = clock;
    }

    /**
     * Looks once at the markets of the runs that {@code replica} holds.
     *
     * @throws RuntimeException when market-data does not answer
     */
    public void look(String replica) {
        Map<VenueId, Optional<Feed>> feeds = new HashMap<>();
        for (RunId id : leases.goingOn(replica)) {
            runs.find(id)
                    .filter(LiveRun::isRunning)
                    .ifPresent(run -> feeds.computeIfAbsent(
                                    run.spec().instrumentId().venueId(),
                                    _ -> market.feed(run.spec().instrumentId()))
                            .ifPresent(feed -> look(run, feed)));
        }
    }

    private void look(LiveRun run, Feed feed) {
        String own = run.spec().marketEpoch();
        if (!feed.marketEpoch().equals(own)) {
            halt(run, HaltReason.MARKET_OVER, "market=" + named(own) + " playing=" + named(feed.marketEpoch()));
        } else if (isSilentAlone(run, feed)
                && market.listed(run.spec().instrumentId()).isEmpty()) {
            halt(run, HaltReason.INSTRUMENT_DELISTED, "instrument=" + run.spec().instrumentId());
        }
    }

    /** The feed goes on, and nothing comes for this run. */
    private boolean isSilentAlone(LiveRun run, Feed feed) {
        return feed.connected() && !feed.stale() && !run.progress().isBehind() && run.isStale(clock.instant());
    }

    private void halt(LiveRun seen, HaltReason reason, String detail) {
        Instant now = clock.instant();
        runs.tell(seen.id(), run -> {
            run.halt(reason, detail, now);
            return run;
        });
    }

    private static String named(String epoch) {
        return epoch.isEmpty() ? "(the venue's own)" : epoch;
    }
}
