package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.binance.protocol.TapeJson;
import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.report.MarketTrade;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The last trades, as far as the tape goes back. */
final class TapeOperations {

    private static final int USUAL = 500;
    private static final int MOST = 1_000;

    private final Exchange exchange;
    private final Symbols symbols;

    TapeOperations(Exchange exchange) {
        this.exchange = exchange;
        this.symbols = new Symbols(exchange);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("GET /api/v3/trades", "trades.recent", Role.PUBLIC, any -> 25, this::latest),
                new Endpoint(
                        "GET /api/v3/historicalTrades", "trades.historical", Role.PUBLIC, any -> 25, this::historical),
                new Endpoint("GET /api/v3/aggTrades", "trades.aggregate", Role.PUBLIC, any -> 4, this::aggregates));
    }

    private JsonNode latest(Call call) {
        return json(page(call.parameters(), any -> true, false), TapeJson::trade, call.times());
    }

    private JsonNode historical(Call call) {
        long fromId = call.parameters().whole("fromId").orElse(0L);
        return json(page(call.parameters(), trade -> trade.id() >= fromId, fromId > 0), TapeJson::trade, call.times());
    }

    private JsonNode aggregates(Call call) {
        Parameters parameters = call.parameters();
        TimeRange range = TimeRange.read(parameters);
        long fromId = parameters.whole("fromId").orElse(0L);
        if (fromId > 0 && range.isGiven()) {
            throw ParameterErrors.badCombination();
        }
        Predicate<MarketTrade> wanted = trade -> trade.id() >= fromId && range.contains(trade.at());
        return json(page(parameters, wanted, fromId > 0 || range.hasStart()), TapeJson::aggregate, call.times());
    }

    /** The first that are wanted when the client said where to begin, else the last. */
    private List<MarketTrade> page(Parameters parameters, Predicate<MarketTrade> wanted, boolean fromStart) {
        int limit = parameters.limit(USUAL, MOST);
        List<MarketTrade> found = exchange.lastTrades(symbols.mandatory(parameters), MOST).stream()
                .filter(wanted)
                .toList();
        return fromStart
                ? found.stream().limit(limit).toList()
                : found.subList(Math.max(0, found.size() - limit), found.size());
    }

    private static JsonNode json(
            List<MarketTrade> trades, BiFunction<MarketTrade, Times, ObjectNode> form, Times times) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        trades.forEach(trade -> all.add(form.apply(trade, times)));
        return all;
    }
}
