package dev.capstan.marketdata.candle.adapter.web;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.marketdata.candle.domain.ImportResult;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.Instant;

/** What came of an import, as the API answers it; the last four are the whole series afterwards. */
record ImportView(
        InstrumentId instrumentId,
        Timeframe timeframe,
        String marketEpoch,
        long rowsRead,
        long inserted,
        long unchanged,
        long differing,
        long replaced,
        Instant firstOpenTime,
        Instant lastOpenTime,
        long gaps,
        long missing) {

    static ImportView of(ImportResult result) {
        Series series = result.series();
        return new ImportView(
                series.key().instrumentId(),
                series.key().timeframe(),
                series.key().marketEpoch(),
                result.rowsRead(),
                result.inserted(),
                result.unchanged(),
                result.differing(),
                result.replaced(),
                series.firstOpenTime(),
                series.lastOpenTime(),
                series.gaps(),
                series.missing());
    }
}
