package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.MalformedReplyException;
import dev.capstan.execution.venue.adapter.binance.protocol.Vocabulary;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.PriceBands;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code exchangeInfo} says: the rules of every instrument and the request budget. */
record ExchangeInfo(
        Map<InstrumentId, InstrumentRules> rules, OptionalInt weightPerMinute, List<OrderLimit> orderLimits) {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeInfo.class);

    static ExchangeInfo parse(String body) {
        Fields info = Fields.ofObject(body);
        Map<InstrumentId, InstrumentRules> rules = new HashMap<>();
        for (Fields symbol : info.list("symbols")) {
            parseSymbol(symbol).ifPresent(rule -> rules.put(rule.instrumentId(), rule));
        }
        return new ExchangeInfo(Map.copyOf(rules), weightPerMinute(info), orderLimits(info));
    }

    /** One symbol nobody can spell must not take the others away. */
    private static Optional<InstrumentRules> parseSymbol(Fields symbol) {
        try {
            return Optional.of(rules(symbol));
        } catch (MalformedReplyException | ArithmeticException e) {
            LOG.warn("Leaving out a symbol of the venue: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static InstrumentRules rules(Fields symbol) {
        Filters filters = new Filters(symbol.list("filters"));
        return new InstrumentRules(
                symbol.value("symbol", Vocabulary::instrument),
                symbol.value("baseAsset", Asset::parse),
                symbol.value("quoteAsset", Asset::parse),
                isTrading(symbol),
                filters.bound("PRICE_FILTER", "tickSize"),
                filters.bound("PRICE_FILTER", "minPrice"),
                filters.bound("PRICE_FILTER", "maxPrice"),
                filters.bound("LOT_SIZE", "stepSize"),
                filters.bound("LOT_SIZE", "minQty"),
                filters.bound("LOT_SIZE", "maxQty"),
                filters.bound("MARKET_LOT_SIZE", "maxQty"),
                filters.minNotional(),
                filters.bound("NOTIONAL", "maxNotional"),
                filters.minNotionalOnMarket(),
                Math.toIntExact(symbol.number("baseAssetPrecision")),
                Math.toIntExact(
                        symbol.number(symbol.has("quoteAssetPrecision") ? "quoteAssetPrecision" : "quotePrecision")),
                orderTypes(symbol),
                filters.priceBands());
    }

    /** A symbol that does not say takes what the venue takes: everything we know. */
    private static Set<OrderType> orderTypes(Fields symbol) {
        return symbol.has("orderTypes")
                ? symbol.texts("orderTypes").stream()
                        .flatMap(text -> Vocabulary.knownOrderType(text).stream())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of(OrderType.values());
    }

    private static boolean isTrading(Fields symbol) {
        boolean spot = !symbol.has("isSpotTradingAllowed") || symbol.flag("isSpotTradingAllowed");
        return spot && symbol.text("status").equals("TRADING");
    }

    private static OptionalInt weightPerMinute(Fields info) {
        if (!info.has("rateLimits")) {
            return OptionalInt.empty();
        }
        return info.list("rateLimits").stream()
                .filter(limit -> limit.text("rateLimitType").equals("REQUEST_WEIGHT")
                        && limit.text("interval").equals("MINUTE")
                        && limit.number("intervalNum") == 1)
                .mapToInt(limit -> Math.toIntExact(limit.number("limit")))
                .findFirst();
    }

    private static List<OrderLimit> orderLimits(Fields info) {
        return info.has("rateLimits")
                ? info.list("rateLimits").stream()
                        .flatMap(limit -> OrderLimit.parse(limit).stream())
                        .toList()
                : List.of();
    }

    /** A symbol carries MIN_NOTIONAL or NOTIONAL. A bound of 0 switches the single rule off. */
    private record Filters(List<Fields> all) {

        @Nullable
        BigDecimal bound(String filter, String field) {
            return find(filter)
                    .filter(found -> found.has(field))
                    .map(found -> found.value(field, BigDecimal::new))
                    .filter(value -> value.signum() != 0)
                    .orElse(null);
        }

        @Nullable
        BigDecimal minNotional() {
            BigDecimal min = bound("NOTIONAL", "minNotional");
            return min != null ? min : bound("MIN_NOTIONAL", "minNotional");
        }

        @Nullable
        PriceBands priceBands() {
            return find("PERCENT_PRICE_BY_SIDE")
                    .map(filter -> new PriceBands(
                            band(filter, "bidMultiplier"), band(filter, "askMultiplier"), minutes(filter)))
                    .or(() -> find("PERCENT_PRICE")
                            .map(filter -> new PriceBands(
                                    band(filter, "multiplier"), band(filter, "multiplier"), minutes(filter))))
                    .orElse(null);
        }

        private static PriceBands.Band band(Fields filter, String name) {
            return new PriceBands.Band(
                    filter.value(name + "Down", BigDecimal::new), filter.value(name + "Up", BigDecimal::new));
        }

        private static int minutes(Fields filter) {
            return Math.toIntExact(filter.number("avgPriceMins"));
        }

        boolean minNotionalOnMarket() {
            return find("NOTIONAL")
                    .map(filter -> filter.flag("applyMinToMarket"))
                    .or(() -> find("MIN_NOTIONAL").map(filter -> filter.flag("applyToMarket")))
                    .orElse(false);
        }

        private Optional<Fields> find(String filterType) {
            return all.stream()
                    .filter(filter -> filter.text("filterType").equals(filterType))
                    .findFirst();
        }
    }
}
