package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.binance.protocol.DepthJson;
import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.book.Depth;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The book. */
final class BookOperations {

    private static final int USUAL_LEVELS = 100;
    private static final int MOST_LEVELS = 5_000;

    private final Exchange exchange;
    private final Symbols symbols;

    BookOperations(Exchange exchange) {
        this.exchange = exchange;
        this.symbols = new Symbols(exchange);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("GET /api/v3/depth", "depth", Role.PUBLIC, BookOperations::depthWeight, this::depth),
                new Endpoint(
                        "GET /api/v3/ticker/bookTicker",
                        "ticker.book",
                        Role.PUBLIC,
                        parameters -> parameters.text("symbol").isPresent() ? 2 : 4,
                        this::tops));
    }

    private static int depthWeight(Parameters parameters) {
        int levels = parameters.limit(USUAL_LEVELS, MOST_LEVELS);
        return levels <= 100 ? 5 : levels <= 500 ? 25 : levels <= 1_000 ? 50 : 250;
    }

    private JsonNode depth(Call call) {
        int levels = call.parameters().limit(USUAL_LEVELS, MOST_LEVELS);
        return DepthJson.snapshot(depth(symbols.mandatory(call.parameters())), levels);
    }

    private JsonNode tops(Call call) {
        Parameters parameters = call.parameters();
        if (parameters.text("symbol").isPresent()) {
            return DepthJson.top(depth(symbols.mandatory(parameters)));
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        symbols.wanted(parameters).forEach(symbol -> all.add(DepthJson.top(depth(symbol))));
        return all;
    }

    private Depth depth(String symbol) {
        return exchange.depth(symbol).orElseThrow(ParameterErrors::invalidSymbol);
    }
}
