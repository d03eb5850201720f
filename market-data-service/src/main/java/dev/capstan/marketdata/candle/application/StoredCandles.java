package dev.capstan.marketdata.candle.application;

import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.CandleSource;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.TimeRange;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Stored candles one after the other, read a batch at a time. */
final class StoredCandles implements CandleSource {

    private final Candles candles;
    private final Series series;
    private final int batch;
    private final Queue<Candle> read = new ArrayDeque<>();
    private TimeRange rest;
    private boolean atEnd;

    StoredCandles(Candles candles, Series series, TimeRange range, int batch) {
        this.candles = candles;
        this.series = series;
        this.rest = range;
        this.batch = batch;
    }

    @Override
    public @Nullable Candle next() {
        if (read.isEmpty() && !atEnd) {
            read.addAll(candles.read(series, rest, batch));
            atEnd = read.size() < batch;
        }
        Candle next = read.poll();
        if (next != null) {
            rest = rest.startingAt(series.key().timeframe().next(next.openTime()));
        }
        return next;
    }
}
