package dev.capstan.marketdata.upkeep;

import dev.capstan.marketdata.binance.Kline;
import dev.capstan.marketdata.binance.Klines;
import dev.capstan.marketdata.candle.domain.CandleArrivals;
import dev.capstan.marketdata.candle.domain.CandleArrivals.Gaps;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.candle.domain.Gap;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.intake.VenueCandles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches what is missing in the last days of each fed series, also before its first candle. It is history: it is stored, and not published,
 * because later candles were.
 */
final class BackFill implements Job {

    private static final int MOST_GAPS = 1_000;

    private final Market market;
    private final Duration window;
    private final Klines klines;
    private final Candles candles;
    private final CandleArrivals arrivals;
    private final Clock clock;

    BackFill(Market market, Duration window, Klines klines, Candles candles, CandleArrivals arrivals, Clock clock) {
        this.market = market;
        this.window = window;
        this.klines = klines;
        this.candles = candles;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "back-fill";
    }

    @Override
    public void run(Turn turn) throws InterruptedException {
        if (window.isZero()) {
            return;
        }
        for (Series series : candles.ofMarket(market.venueId(), market.epoch())) {
            for (Gap gap : missing(series)) {
                if (!fill(series.key(), gap, turn)) {
                    return;
                }
            }
        }
    }

    private List<Gap> missing(Series series) {
        Instant start = series.key().timeframe().openOf(series.lastOpenTime().minus(window));
        List<Gap> missing = new ArrayList<>();
        if (start.isBefore(series.firstOpenTime())) {
            missing.add(gap(series, start));
        }
        candles.gaps(series, series.firstOpenTime(), MOST_GAPS).stream()
                .filter(gap -> !gap.to().isBefore(start))
                .forEach(missing::add);
        return missing;
    }

    /** What is missing before the first candle. */
    private static Gap gap(Series series, Instant start) {
        Duration length = series.key().timeframe().length();
        Duration missing = Duration.between(start, series.firstOpenTime());
        return new Gap(start, series.firstOpenTime().minus(length), missing.dividedBy(length));
    }

    /** Page by page from the start of the gap; false when the turn is over. */
    private boolean fill(SeriesKey key, Gap gap, Turn turn) throws InterruptedException {
        Instant from = gap.from();
        List<Kline> found;
        do {
            if (!turn.goesOn()) {
                return false;
            }
            found = klines.read(key.instrumentId(), key.timeframe().code(), from);
            store(key, found, gap.to());
            from = found.isEmpty()
                    ? gap.to()
                    : key.timeframe().next(found.getLast().openTime());
        } while (found.size() == Klines.MOST && !from.isAfter(gap.to()));
        return true;
    }

    private void store(SeriesKey key, List<Kline> found, Instant last) {
        Instant now = clock.instant();
        arrivals.store(
                found.stream()
                        .filter(kline -> !kline.openTime().isAfter(last))
                        .map(kline -> VenueCandles.of(kline, key.marketEpoch(), now))
                        .toList(),
                Gaps.ALLOWED);
    }
}
