package dev.capstan.marketdata.intake;

import dev.capstan.marketdata.binance.Kline;
import dev.capstan.marketdata.binance.Klines;
import dev.capstan.marketdata.candle.domain.Arrival;
import dev.capstan.marketdata.candle.domain.CandleArrivals;
import dev.capstan.marketdata.candle.domain.CandleArrivals.Gaps;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings a series up to the venue's own record. */
@Component
class CatchUp {

    private final Klines klines;
    private final Candles candles;
    private final CandleArrivals arrivals;
    private final IntakeSettings settings;
    private final Clock clock;

    CatchUp(Klines klines, Candles candles, CandleArrivals arrivals, IntakeSettings settings, Clock clock) {
        this.klines = klines;
        this.candles = candles;
        this.arrivals = arrivals;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores what the venue has after the last stored candle, and then {@code held}. A series of which nothing is stored begins with
     * {@code held}.
     *
     * @param held a candle of the stream that waits for those before it, if there is one
     * @return false when the venue's record does not reach {@code held} yet
     */
    boolean run(SeriesKey key, @Nullable Arrival held) throws InterruptedException {
        Optional<Series> stored = candles.find(key);
        if (stored.isEmpty()) {
            return held == null || arrivals.store(List.of(held), Gaps.ALLOWED).isEmpty();
        }
        Optional<Instant> newest = newest(key, held);
        if (newest.isEmpty()) {
            return held == null;
        }
        Instant known = fill(key, start(key, stored.get(), newest.get()));
        if (held == null) {
            return true;
        }
        // Up to what is known the venue has nothing that we have not.
        boolean reached = !held.openTime().isAfter(known);
        return arrivals.store(List.of(held), reached ? Gaps.ALLOWED : Gaps.REFUSED)
                .isEmpty();
    }

    private Optional<Instant> newest(SeriesKey key, @Nullable Arrival held) throws InterruptedException {
        return held == null
                ? klines.latest(key.instrumentId(), key.timeframe().code()).map(Kline::openTime)
                : Optional.of(held.openTime());
    }

    private Instant start(SeriesKey key, Series stored, Instant newest) {
        Instant next = key.timeframe().next(stored.lastOpenTime());
        Instant earliest = key.timeframe().openOf(newest.minus(settings.fillLimit()));
        return next.isBefore(earliest) ? earliest : next;
    }

    /** Returns the open time of the last candle the venue told of: it is running, and not stored. */
    private Instant fill(SeriesKey key, Instant from) throws InterruptedException {
        Instant known = Instant.EPOCH;
        Instant next = from;
        List<Kline> page;
        do {
            page = klines.read(key.instrumentId(), key.timeframe().code(), next);
            if (!page.isEmpty()) {
                store(key, page.subList(0, page.size() - 1));
                known = page.getLast().openTime();
                next = known;
            }
        } while (page.size() == Klines.MOST);
        return known;
    }

    private void store(SeriesKey key, List<Kline> closed) {
        Instant now = clock.instant();
        arrivals.store(
                closed.stream()
                        .map(kline -> VenueCandles.of(kline, key.marketEpoch(), now))
                        .toList(),
                Gaps.ALLOWED);
    }
}
