package dev.capstan.marketdata.binance;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.marketdata.instrument.ListedInstrument;
import dev.capstan.marketdata.instrument.VenueUnavailableException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/v3/exchangeInfo}, {@code klines} and {@code time}. */
public final class BinanceRest implements VenueApi {

    public static final VenueId VENUE = VenueId.parse("BINANCE");

    private static final Logger LOG = LoggerFactory.getLogger(BinanceRest.class);
    private static final String EXCHANGE_INFO = "/api/v3/exchangeInfo";

    private final BinanceHttp http;

    public BinanceRest(HttpClient http, URI baseUrl) {
        this.http = new BinanceHttp(http, baseUrl);
    }

    @Override
    public List<ListedInstrument> read() {
        try {
            return listed(http.get(EXCHANGE_INFO));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueUnavailableException("stopped while asking for exchangeInfo", e);
        }
    }

    static List<ListedInstrument> parse(String body) {
        return listed(BinanceHttp.json(EXCHANGE_INFO, body));
    }

    private static List<ListedInstrument> listed(JsonNode exchangeInfo) {
        return StreamSupport.stream(exchangeInfo.path("symbols").spliterator(), false)
                .filter(symbol -> "TRADING".equals(symbol.path("status").asString("")))
                .flatMap(symbol -> instrument(symbol).stream())
                .toList();
    }

    /** One symbol we cannot read is left out; the others are still worth having. */
    private static Optional<ListedInstrument> instrument(JsonNode symbol) {
        try {
            return Optional.of(new ListedInstrument(
                    new InstrumentId(symbol.path("symbol").asString(""), VENUE),
                    Asset.parse(symbol.path("baseAsset").asString("")),
                    Asset.parse(symbol.path("quoteAsset").asString("")),
                    Price.of(rule(symbol, "PRICE_FILTER", "tickSize")),
                    Quantity.of(rule(symbol, "LOT_SIZE", "stepSize")),
                    Quantity.of(rule(symbol, "LOT_SIZE", "minQty")),
                    maxQuantity(symbol),
                    Money.of(
                            rule(symbol, "NOTIONAL", "minNotional").max(rule(symbol, "MIN_NOTIONAL", "minNotional")))));
        } catch (IllegalArgumentException e) {
            LOG.warn("left out of the listing: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Of a market order: the tighter of two filters, either of which may be off. */
    private static @Nullable Quantity maxQuantity(JsonNode symbol) {
        BigDecimal any = rule(symbol, "LOT_SIZE", "maxQty");
        BigDecimal market = rule(symbol, "MARKET_LOT_SIZE", "maxQty");
        BigDecimal tighter = any.signum() == 0 || market.signum() == 0 ? any.max(market) : any.min(market);
        return tighter.signum() == 0 ? null : Quantity.of(tighter);
    }

    /** Zero switches the venue's rule off; so does its absence. Trailing zeros are dropped: {@code 0.01000000} is {@code 0.01}. */
    private static BigDecimal rule(JsonNode symbol, String filterType, String field) {
        for (JsonNode filter : symbol.path("filters")) {
            if (filterType.equals(filter.path("filterType").asString(""))) {
                return new BigDecimal(filter.path(field).asString("0")).stripTrailingZeros();
            }
        }
        return BigDecimal.ZERO;
    }

    @Override
    public List<Kline> read(InstrumentId instrumentId, String timeframe, Instant from) throws InterruptedException {
        return klines(instrumentId, timeframe, "&limit=" + MOST + "&startTime=" + from.toEpochMilli());
    }

    @Override
    public Optional<Kline> latest(InstrumentId instrumentId, String timeframe) throws InterruptedException {
        return klines(instrumentId, timeframe, "&limit=1").stream().findFirst();
    }

    private List<Kline> klines(InstrumentId instrumentId, String timeframe, String which) throws InterruptedException {
        JsonNode rows = http.get("/api/v3/klines?symbol=" + instrumentId.symbol() + "&interval=" + timeframe + which);
        try {
            return StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> KlineRows.parse(instrumentId, timeframe, row))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new VenueUnavailableException("klines of " + instrumentId + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Instant time() throws InterruptedException {
        long millis = http.getNow("/api/v3/time").path("serverTime").asLong(-1);
        if (millis < 0) {
            throw new VenueUnavailableException("expected a serverTime");
        }
        return Instant.ofEpochMilli(millis);
    }
}
