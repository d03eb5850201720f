package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.binance.protocol.TickerJson;
import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.book.MarketView;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How the instruments traded lately. */
final class TickerOperations {

    private static final int FEW = 20;
    private static final int MANY = 100;

    private final Exchange exchange;
    private final Symbols symbols;

    TickerOperations(Exchange exchange) {
        this.exchange = exchange;
        this.symbols = new Symbols(exchange);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("GET /api/v3/avgPrice", "avgPrice", Role.PUBLIC, any -> 2, this::average),
                new Endpoint(
                        "GET /api/v3/ticker/24hr", "ticker.24hr", Role.PUBLIC, TickerOperations::weight, this::day));
    }

    private static int weight(Parameters parameters) {
        if (parameters.text("symbol").isPresent()) {
            return 2;
        }
        long named = parameters
                .text("symbols")
                .map(list -> list.chars().filter(each -> each == ',').count() + 1)
                .orElse(MANY + 1L);
        return named <= FEW ? 2 : named <= MANY ? 40 : 80;
    }

    private JsonNode average(Call call) {
        return TickerJson.average(view(symbols.mandatory(call.parameters())), call.times());
    }

    private JsonNode day(Call call) {
        Parameters parameters = call.parameters();
        boolean whole = switch (parameters.text("type").orElse("FULL")) {
            case "FULL" -> true;
            case "MINI" -> false;
            default -> throw ParameterErrors.invalid("type");
        };
        if (parameters.text("symbol").isPresent()) {
            return day(symbols.mandatory(parameters), whole, call.times());
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        symbols.wanted(parameters).forEach(symbol -> all.add(day(symbol, whole, call.times())));
        return all;
    }

    private JsonNode day(String symbol, boolean whole, Times times) {
        MarketView view = view(symbol);
        return whole
                ? TickerJson.day(
                        view,
                        exchange.depth(symbol).orElseThrow(ParameterErrors::invalidSymbol),
                        exchange.lastTrades(symbol, 1).stream().findFirst(),
                        times)
                : TickerJson.shortDay(view, times);
    }

    private MarketView view(String symbol) {
        return exchange.market(symbol).orElseThrow(ParameterErrors::invalidSymbol);
    }
}
