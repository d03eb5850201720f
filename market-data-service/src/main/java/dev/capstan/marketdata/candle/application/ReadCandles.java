package dev.capstan.marketdata.candle.application;

import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.CandleSource;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.candle.domain.Coverage;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.TimeRange;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Candles of any timeframe: as they are stored, or else added up from the finest stored ones that divide it. */
public final class ReadCandles {

    private static final int LARGEST_BATCH = 5_000;

    private final Candles candles;

    public ReadCandles(Candles candles) {
        this.candles = candles;
    }

    /** All candles with an open time in {@code range}, in time order; empty when nothing stored can give them. */
    public Optional<CandleSource> all(SeriesKey key, TimeRange range) {
        return basis(key).map(basis -> source(basis, key.timeframe(), range, LARGEST_BATCH));
    }

    /** The first {@code limit} of them. */
    public Optional<List<Candle>> first(SeriesKey key, TimeRange range, int limit) {
        return basis(key).map(basis -> {
            long parts = key.timeframe().millis() / basis.key().timeframe().millis();
            int batch = (int) Math.min(LARGEST_BATCH, limit * parts + 1);
            return taken(source(basis, key.timeframe(), range, batch), limit);
        });
    }

    /** What there is of them, without reading them; empty when nothing stored can give them. */
    public Optional<Coverage> coverage(SeriesKey key, TimeRange range) {
        return basis(key).map(basis -> {
            TimeRange parts = basis.key().equals(key) ? range : wholeCandles(range, key.timeframe());
            return new Coverage(key.timeframe(), basis, candles.stretch(basis, parts));
        });
    }

    private Optional<Series> basis(SeriesKey key) {
        return candles.find(key)
                .or(() -> key.timeframe().parts().stream()
                        .flatMap(part -> candles.find(key.in(part)).stream())
                        .findFirst());
    }

    private CandleSource source(Series basis, Timeframe wanted, TimeRange range, int batch) {
        if (basis.key().timeframe().equals(wanted)) {
            return new StoredCandles(candles, basis, range, batch);
        }
        Instant known = basis.key().timeframe().next(basis.lastOpenTime());
        return new SummedCandles(new StoredCandles(candles, basis, wholeCandles(range, wanted), batch), wanted, known);
    }

    /** From the first candle that opens in the range to the end of the last one that does. */
    private static TimeRange wholeCandles(TimeRange range, Timeframe wanted) {
        Instant from = nextOpen(range.from(), wanted);
        Instant to = nextOpen(range.to(), wanted);
        return new TimeRange(from, to.isAfter(TimeRange.LATEST) ? TimeRange.LATEST : to);
    }

    private static Instant nextOpen(Instant time, Timeframe timeframe) {
        Instant open = timeframe.openOf(time);
        return open.equals(time) ? open : timeframe.next(open);
    }

    private static List<Candle> taken(CandleSource source, int limit) {
        List<Candle> taken = new ArrayList<>();
        while (taken.size() < limit) {
            Candle next = source.next();
            if (next == null) {
                break;
            }
            taken.add(next);
        }
        return taken;
    }
}
