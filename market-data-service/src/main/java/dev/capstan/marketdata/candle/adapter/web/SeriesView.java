package dev.capstan.marketdata.candle.adapter.web;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.Instant;

/** What is stored of a series, as the API answers it. */
record SeriesView(
        InstrumentId instrumentId,
        Timeframe timeframe,
        String marketEpoch,
        Instant firstOpenTime,
        Instant lastOpenTime,
        long candles,
        long gaps,
        long missing,
        long revision) {

    static SeriesView of(Series series) {
        return new SeriesView(
                series.key().instrumentId(),
                series.key().timeframe(),
                series.key().marketEpoch(),
                series.firstOpenTime(),
                series.lastOpenTime(),
                series.candles(),
                series.gaps(),
                series.missing(),
                series.revision());
    }
}
