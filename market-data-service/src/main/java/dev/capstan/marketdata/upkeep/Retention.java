package dev.capstan.marketdata.upkeep;

import dev.capstan.marketdata.candle.domain.CandleRemoval;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.TimeRange;
import java.time.Duration;
import java.time.Instant;

/** Deletes what is older than it is to be kept: of the fed market, and of other replays. Series that are only imported stay. */
final class Retention implements Job {

    private static final int BATCH = 5_000;

    private final Market market;
    private final Duration keep;
    private final Duration keepReplays;
    private final Candles candles;
    private final CandleRemoval removal;

    Retention(Market market, Duration keep, Duration keepReplays, Candles candles, CandleRemoval removal) {
        this.market = market;
        this.keep = keep;
        this.keepReplays = keepReplays;
        this.candles = candles;
        this.removal = removal;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public void run(Turn turn) {
        if (keepReplays.isPositive()) {
            for (Series series : removal.idleReplays(market.epoch(), keepReplays)) {
                removeBefore(series, TimeRange.LATEST, turn);
            }
        }
        if (keep.isPositive()) {
            for (Series series : candles.ofMarket(market.venueId(), market.epoch())) {
                removeBefore(series, series.lastOpenTime().minus(keep), turn);
            }
        }
    }

    private void removeBefore(Series series, Instant end, Turn turn) {
        int removed = BATCH;
        while (removed == BATCH && turn.goesOn()) {
            removed = removal.remove(series, end, BATCH);
        }
    }
}
