package dev.capstan.marketdata.binance;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.marketdata.instrument.ListedInstrument;
import dev.capstan.marketdata.instrument.Listing;
import dev.capstan.marketdata.instrument.VenueUnavailableException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/v3/exchangeInfo}: an unsigned call, so no key is needed. */
public final class BinanceRest implements Listing {

    public static final VenueId VENUE = VenueId.parse("BINANCE");

    private static final Logger LOG = LoggerFactory.getLogger(BinanceRest.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final URI exchangeInfo;

    public BinanceRest(HttpClient http, URI baseUrl) {
        this.http = http;
        this.exchangeInfo = baseUrl.resolve("/api/v3/exchangeInfo");
    }

    @Override
    public List<ListedInstrument> read() {
        return parse(fetch());
    }

    static List<ListedInstrument> parse(String body) {
        try {
            JsonNode symbols = JsonMapper.shared().readTree(body).path("symbols");
            return StreamSupport.stream(symbols.spliterator(), false)
                    .filter(symbol -> "TRADING".equals(symbol.path("status").asString("")))
                    .flatMap(symbol -> instrument(symbol).stream())
                    .toList();
        } catch (JacksonException e) {
            throw new VenueUnavailableException("exchangeInfo is not JSON", e);
        }
    }

    /** One symbol we cannot read is left out; the others are still worth having. */
    private static Optional<ListedInstrument> instrument(JsonNode symbol) {
        try {
            return Optional.of(new ListedInstrument(
                    new InstrumentId(symbol.path("symbol").asString(""), VENUE),
                    Asset.parse(symbol.path("baseAsset").asString("")),
                    Asset.parse(symbol.path("quoteAsset").asString("")),
                    Price.of(step(symbol, "PRICE_FILTER", "tickSize")),
                    Quantity.of(step(symbol, "LOT_SIZE", "stepSize"))));
        } catch (IllegalArgumentException e) {
            LOG.warn("left out of the listing: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Zero switches the venue's rule off; so does its absence. Trailing zeros are dropped: {@code 0.01000000} is {@code 0.01}. */
    private static BigDecimal step(JsonNode symbol, String filterType, String field) {
        for (JsonNode filter : symbol.path("filters")) {
            if (filterType.equals(filter.path("filterType").asString(""))) {
                return new BigDecimal(filter.path(field).asString("0")).stripTrailingZeros();
            }
        }
        return BigDecimal.ZERO;
    }

    private String fetch() {
        try {
            var response = http.send(
                    HttpRequest.newBuilder(exchangeInfo).timeout(TIMEOUT).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new VenueUnavailableException("exchangeInfo answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new VenueUnavailableException("exchangeInfo did not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueUnavailableException("stopped while asking for exchangeInfo", e);
        }
    }
}
