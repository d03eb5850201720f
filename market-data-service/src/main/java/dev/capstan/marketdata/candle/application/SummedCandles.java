package dev.capstan.marketdata.candle.application;

import dev.capstan.marketdata.candle.domain.Aggregation;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.CandleSource;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Longer candles made of shorter ones. */
final class SummedCandles implements CandleSource {

    private final CandleSource parts;
    private final Aggregation aggregation;
    private final Instant known;
    private boolean atEnd;

    /** @param known until when all parts are known */
    SummedCandles(CandleSource parts, Timeframe timeframe, Instant known) {
        this.parts = parts;
        this.aggregation = new Aggregation(timeframe);
        this.known = known;
    }

    @Override
    public @Nullable Candle next() {
        while (!atEnd) {
            Candle part = parts.next();
            atEnd = part == null;
            Optional<Candle> sum = part == null ? aggregation.last(known) : aggregation.add(part);
            if (sum.isPresent()) {
                return sum.get();
            }
        }
        return null;
    }
}
