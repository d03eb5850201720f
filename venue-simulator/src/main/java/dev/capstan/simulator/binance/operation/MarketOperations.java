package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.binance.protocol.FilterJson;
import dev.capstan.simulator.binance.protocol.KlineJson;
import dev.capstan.simulator.binance.protocol.ListingJson;
import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.binance.protocol.RateLimits;
import dev.capstan.simulator.binance.protocol.TimeZones;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.book.MarketView;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.market.Candle;
import dev.capstan.simulator.market.Interval;
import dev.capstan.simulator.market.Klines;
import dev.capstan.trading.fixed.Decimal8;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What anybody may know: the time, the instruments, their prices and candles. */
final class MarketOperations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TRADING = "TRADING";
    private static final Set<String> STATUSES = Set.of(TRADING, "HALT", "BREAK", "CANCEL_ONLY");
    private static final int USUAL_CANDLES = 500;
    private static final int MOST_CANDLES = 1_000;

    private final Exchange exchange;
    private final Symbols symbols;
    private final VenueClock clock;
    private final RateLimits limits;

    MarketOperations(Exchange exchange, VenueClock clock, RateLimits limits) {
        this.exchange = exchange;
        this.symbols = new Symbols(exchange);
        this.clock = clock;
        this.limits = limits;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("GET /api/v3/ping", "ping", Role.PUBLIC, any -> 1, any -> NODES.objectNode()),
                new Endpoint("GET /api/v3/time", "time", Role.PUBLIC, any -> 1, this::time),
                new Endpoint("GET /api/v3/exchangeInfo", "exchangeInfo", Role.PUBLIC, any -> 20, this::exchangeInfo),
                new Endpoint("GET /api/v3/klines", "klines", Role.PUBLIC, any -> 2, this::klines),
                new Endpoint("GET /api/v3/ticker/price", "ticker.price", Role.PUBLIC, any -> 2, this::prices));
    }

    private JsonNode time(Call call) {
        return NODES.objectNode().put("serverTime", call.times().of(clock.micros()));
    }

    private JsonNode exchangeInfo(Call call) {
        ObjectNode json = NODES.objectNode()
                .put("timezone", "UTC")
                .put("serverTime", call.times().of(clock.micros()));
        json.set("rateLimits", limits.json());
        json.set("exchangeFilters", FilterJson.ofVenue());
        ArrayNode all = json.putArray("symbols");
        listed(call.parameters())
                .forEach(symbol -> exchange.listing(symbol).map(ListingJson::of).ifPresent(all::add));
        return json;
    }

    /** Every symbol is in trading, and anybody may trade it. */
    private List<String> listed(Parameters parameters) {
        Optional<String> status = parameters.text("symbolStatus");
        boolean namesSymbols = parameters.text("symbol").isPresent()
                || parameters.text("symbols").isPresent();
        if (status.isPresent() && namesSymbols) {
            throw ParameterErrors.badCombination();
        }
        if (status.filter(name -> !STATUSES.contains(name)).isPresent()) {
            throw ParameterErrors.invalidSymbolStatus();
        }
        return status.orElse(TRADING).equals(TRADING) ? symbols.wanted(parameters) : List.of();
    }

    private JsonNode klines(Call call) {
        Parameters parameters = call.parameters();
        String symbol = symbols.mandatory(parameters);
        Interval interval = Interval.of(parameters.mandatory("interval")).orElseThrow(ParameterErrors::invalidInterval);
        Klines klines = view(symbol).klines().ahead(timeZone(parameters));
        if (!klines.has(interval)) {
            throw ParameterErrors.invalidInterval();
        }
        int limit = parameters.limit(USUAL_CANDLES, MOST_CANDLES);
        long end = parameters.whole("endTime").map(MarketOperations::millis).orElse(Long.MAX_VALUE);
        List<Candle> candles = parameters
                .whole("startTime")
                .map(start -> klines.between(interval, millis(start), end, limit))
                .orElseGet(() -> klines.latest(interval, end, limit));
        ArrayNode rows = NODES.arrayNode();
        candles.forEach(candle -> rows.add(KlineJson.row(candle, call.times())));
        return rows;
    }

    /** Milliseconds by which the zone that a request names is ahead of UTC. */
    private static long timeZone(Parameters parameters) {
        return parameters
                .text("timeZone")
                .map(text -> TimeZones.parse(text).orElseThrow(() -> ParameterErrors.invalid("timeZone")))
                .orElse(0L);
    }

    private static long millis(long time) {
        return time >= 100_000_000_000_000L ? time / 1_000L : time;
    }

    private JsonNode prices(Call call) {
        Parameters parameters = call.parameters();
        if (parameters.text("symbol").isPresent()) {
            return price(symbols.mandatory(parameters));
        }
        ArrayNode all = NODES.arrayNode();
        symbols.wanted(parameters).forEach(symbol -> all.add(price(symbol)));
        return all;
    }

    private ObjectNode price(String symbol) {
        return NODES.objectNode()
                .put("symbol", symbol)
                .put("price", Decimal8.text(view(symbol).price()));
    }

    private MarketView view(String symbol) {
        return exchange.market(symbol).orElseThrow(ParameterErrors::invalidSymbol);
    }
}
