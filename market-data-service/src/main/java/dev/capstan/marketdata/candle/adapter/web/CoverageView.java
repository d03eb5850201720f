package dev.capstan.marketdata.candle.adapter.web;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.marketdata.candle.domain.Coverage;
import dev.capstan.marketdata.candle.domain.Gap;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is of candles that somebody would like to read.
 *
 * @param storedTimeframe the one they are added up from; their own when they are stored
 * @param intervalMillis length of a candle
 * @param revision of the stored series: changes when a candle was changed or removed, or one was added before the last
 * @param firstOpenTime of the first candle in the range; null when there is none
 * @param lastOpenTime of the last that is over
 * @param gaps places in the range where stored candles are missing
 * @param missing how many are
 */
record CoverageView(
        InstrumentId instrumentId,
        Timeframe timeframe,
        String marketEpoch,
        Timeframe storedTimeframe,
        long intervalMillis,
        long revision,
        @Nullable Instant firstOpenTime,
        @Nullable Instant lastOpenTime,
        long gaps,
        long missing,
        @Nullable Gap firstGap) {

    static CoverageView of(SeriesKey key, Coverage coverage) {
        Timeframe timeframe = key.timeframe();
        return new CoverageView(
                key.instrumentId(),
                timeframe,
                key.marketEpoch(),
                coverage.basis().key().timeframe(),
                timeframe.millis(),
                coverage.basis().revision(),
                coverage.firstOpenTime(),
                coverage.lastOpenTime(),
                coverage.stretch().gaps(),
                coverage.stretch().missing(),
                coverage.stretch().firstGap());
    }
}
