package dev.capstan.strategy.run.adapter.http;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.strategy.run.application.CandleRecord;
import dev.capstan.strategy.run.application.MarketRules;
import dev.capstan.strategy.run.domain.Candle;
import dev.capstan.strategy.run.domain.RunSpec;
import dev.capstan.strategy.run.domain.UnusableCandleException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriBuilder;

/** market-data-service. */
@Component
class HttpMarketData implements MarketRules, CandleRecord {

    private static final String SERVICE = "market-data";
    private static final int PAGE = 500;

    private final Asking asking;

    HttpMarketData(Asking asking) {
        this.asking = asking;
    }

    private record Symbols(List<Listed> items) {}

    private record Feeds(List<VenueFeed> items) {}

    private record VenueFeed(VenueId venue, String marketEpoch, double marketSpeed, boolean connected, boolean stale) {}

    private record Candles(List<Row> items) {}

    private record Row(
            Instant openTime, Price openPrice, Price highPrice, Price lowPrice, Price closePrice, Quantity volume) {

        Candle candle() {
            return Candle.of(openTime, openPrice, highPrice, lowPrice, closePrice, volume);
        }
    }

    @Override
    public Optional<Listed> listed(InstrumentId instrumentId) {
        return asking.get(SERVICE, uri -> uri.path("/api/feeds/symbols").build(), Symbols.class).stream()
                .flatMap(symbols -> symbols.items().stream())
                .filter(listed -> listed.instrumentId().equals(instrumentId))
                .findFirst();
    }

    @Override
    public Optional<Feed> feed(InstrumentId instrumentId) {
        return asking.get(SERVICE, uri -> uri.path("/api/feeds/health").build(), Feeds.class).stream()
                .flatMap(feeds -> feeds.items().stream())
                .filter(feed -> feed.venue().equals(instrumentId.venueId()))
                .map(feed -> new Feed(feed.marketEpoch(), feed.marketSpeed(), feed.connected(), feed.stale()))
                .findFirst();
    }

    @Override
    public Optional<Series> series(InstrumentId instrumentId, String timeframe, String marketEpoch) {
        return asking.get(
                SERVICE,
                uri -> series(uri.path("/api/candles/coverage"), instrumentId).build(timeframe, marketEpoch),
                Series.class);
    }

    @Override
    public List<Candle> read(RunSpec series, Instant from, Instant last) {
        Candles page = asking.get(SERVICE, uri -> page(uri, series, from, last), Candles.class)
                .orElseGet(() -> new Candles(List.of()));
        return usable(page.items());
    }

    /** Those before the first that nothing can be done with; when that is the very first, it says why. */
    private static List<Candle> usable(List<Row> rows) {
        List<Candle> candles = new ArrayList<>();
        for (Row row : rows) {
            try {
                candles.add(row.candle());
            } catch (UnusableCandleException e) {
                if (candles.isEmpty()) {
                    throw e;
                }
                break;
            }
        }
        return candles;
    }

    private static URI page(UriBuilder uri, RunSpec series, Instant from, Instant last) {
        return series(uri.path("/api/candles"), series.instrumentId())
                .queryParam("from", from.toString())
                .queryParam("to", series.next(last).toString())
                .queryParam("limit", PAGE)
                .build(series.timeframe(), series.marketEpoch());
    }

    private static UriBuilder series(UriBuilder uri, InstrumentId instrumentId) {
        return uri.queryParam("instrumentId", instrumentId.text())
                .queryParam("timeframe", "{timeframe}")
                .queryParam("marketEpoch", "{marketEpoch}");
    }
}
