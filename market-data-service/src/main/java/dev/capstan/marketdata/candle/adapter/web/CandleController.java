package dev.capstan.marketdata.candle.adapter.web;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.security.Allowed;
import dev.capstan.marketdata.PageView;
import dev.capstan.marketdata.candle.application.ReadCandles;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.candle.domain.Gap;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.TimeRange;
import dev.capstan.marketdata.candle.domain.Timeframe;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the store holds; market data belong to nobody, so every caller with a token may look. */
@RestController
class CandleController {

    private static final String LIMIT = "expected 1 to 1000";

    private final Candles candles;
    private final ReadCandles readCandles;

    CandleController(Candles candles, ReadCandles readCandles) {
        this.candles = candles;
        this.readCandles = readCandles;
    }

    @Allowed
    @GetMapping("/api/candles/series")
    PageView<SeriesView> series(
            @RequestParam(defaultValue = "0") @Min(value = 0, message = "expected a nextCursor of an earlier answer")
                    long cursor,
            @RequestParam(defaultValue = "500") @Min(value = 1, message = LIMIT) @Max(value = 1000, message = LIMIT)
                    int limit) {
        PageView<Series> page =
                PageView.of(candles.series(cursor, limit + 1), limit, series -> Long.toString(series.id()));
        return new PageView<>(page.items().stream().map(SeriesView::of).toList(), page.nextCursor());
    }

    @Allowed
    @GetMapping("/api/candles/coverage")
    CoverageView coverage(
            @RequestParam InstrumentId instrumentId,
            @RequestParam Timeframe timeframe,
            @RequestParam(defaultValue = "") String marketEpoch,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        SeriesKey key = Parameters.key(instrumentId, timeframe, marketEpoch);
        return readCandles
                .coverage(key, Parameters.range(from, to))
                .map(coverage -> CoverageView.of(key, coverage))
                .orElseThrow(() -> Parameters.notStored(key));
    }

    @Allowed
    @GetMapping("/api/candles/gaps")
    PageView<Gap> gaps(
            @RequestParam InstrumentId instrumentId,
            @RequestParam Timeframe timeframe,
            @RequestParam(defaultValue = "") String marketEpoch,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "500") @Min(value = 1, message = LIMIT) @Max(value = 1000, message = LIMIT)
                    int limit) {
        SeriesKey key = Parameters.key(instrumentId, timeframe, marketEpoch);
        Series series = candles.find(key).orElseThrow(() -> Parameters.notStored(key));
        Instant from = Parameters.cursor(cursor).orElse(series.firstOpenTime());
        return PageView.of(
                candles.gaps(series, from, limit + 1),
                limit,
                gap -> timeframe.next(gap.to()).toString());
    }

    @Allowed
    @GetMapping("/api/candles")
    PageView<CandleView> candles(
            @RequestParam InstrumentId instrumentId,
            @RequestParam Timeframe timeframe,
            @RequestParam(defaultValue = "") String marketEpoch,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "500") @Min(value = 1, message = LIMIT) @Max(value = 1000, message = LIMIT)
                    int limit) {
        SeriesKey key = Parameters.key(instrumentId, timeframe, marketEpoch);
        TimeRange range = Parameters.range(from, to);
        TimeRange rest = Parameters.cursor(cursor).map(range::startingAt).orElse(range);
        List<Candle> found = readCandles.first(key, rest, limit + 1).orElseThrow(() -> Parameters.notStored(key));
        PageView<Candle> page = PageView.of(
                found, limit, candle -> timeframe.next(candle.openTime()).toString());
        return new PageView<>(
                page.items().stream()
                        .map(candle -> CandleView.of(candle, timeframe))
                        .toList(),
                page.nextCursor());
    }
}
