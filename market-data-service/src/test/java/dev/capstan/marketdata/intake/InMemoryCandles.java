package dev.capstan.marketdata.intake;

import static dev.capstan.marketdata.candle.domain.CandleFixture.START;
import static dev.capstan.marketdata.candle.domain.CandleFixture.minute;

import dev.capstan.contracts.id.VenueId;
import dev.capstan.marketdata.candle.domain.Arrival;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.CandleArrivals;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.candle.domain.Gap;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Stretch;
import dev.capstan.marketdata.candle.domain.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** One series, as the store keeps it. */
final class InMemoryCandles implements Candles, CandleArrivals {

    private final SeriesKey key;
    private final TreeMap<Instant, Candle> stored = new TreeMap<>();
    private final List<Integer> published = new ArrayList<>();

    InMemoryCandles(SeriesKey key) {
        this.key = key;
    }

    void has(int stored) {
        store(List.of(new Arrival(key, minute(stored), START)), Gaps.ALLOWED);
    }

    List<Integer> minutes() {
        return stored.keySet().stream().map(InMemoryCandles::minuteOf).toList();
    }

    List<Integer> published() {
        return List.copyOf(published);
    }

    private static int minuteOf(Instant openTime) {
        return (int) Duration.between(START, openTime).toMinutes();
    }

    @Override
    public List<Arrival> store(List<Arrival> arrivals, Gaps gaps) {
        for (int i = 0; i < arrivals.size(); i++) {
            Instant open = arrivals.get(i).candle().openTime();
            boolean leavesGap =
                    !stored.isEmpty() && open.isAfter(key.timeframe().next(stored.lastKey()));
            if (leavesGap && gaps == Gaps.REFUSED) {
                return arrivals.subList(i, arrivals.size());
            }
            if (stored.isEmpty() || open.isAfter(stored.lastKey())) {
                published.add(minuteOf(open));
            }
            stored.putIfAbsent(open, arrivals.get(i).candle());
        }
        return List.of();
    }

    @Override
    public Optional<Series> find(SeriesKey wanted) {
        return stored.isEmpty()
                ? Optional.empty()
                : Optional.of(new Series(1, key, stored.firstKey(), stored.lastKey(), stored.size(), 0, 0));
    }

    @Override
    public List<Series> series(long afterId, int limit) {
        return find(key).stream().toList();
    }

    @Override
    public List<Series> ofMarket(VenueId venueId, String marketEpoch) {
        return find(key).stream().toList();
    }

    @Override
    public List<Gap> gaps(Series series, Instant from, int limit) {
        return List.of();
    }

    @Override
    public Stretch stretch(Series series, TimeRange range) {
        var inRange = stored.subMap(range.from(), range.to());
        return inRange.isEmpty() ? Stretch.EMPTY : new Stretch(inRange.firstKey(), inRange.lastKey(), 0, 0, null);
    }

    @Override
    public List<Candle> read(Series series, TimeRange range, int limit) {
        return List.copyOf(stored.subMap(range.from(), range.to()).values());
    }
}
