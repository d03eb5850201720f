package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.order.OrderKey;
import dev.capstan.simulator.market.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the symbol, and the order, that a request names. */
record Symbols(Exchange exchange) {

    String mandatory(Parameters parameters) {
        return listed(parameters.mandatory("symbol"));
    }

    Listing listing(Parameters parameters) {
        return exchange.listing(parameters.mandatory("symbol")).orElseThrow(ParameterErrors::invalidSymbol);
    }

    @Nullable
    String optional(Parameters parameters) {
        return parameters.text("symbol").map(this::listed).orElse(null);
    }

    String listed(String symbol) {
        if (exchange.listing(symbol).isEmpty()) {
            throw ParameterErrors.invalidSymbol();
        }
        return symbol;
    }

    OrderKey order(Parameters parameters) {
        String symbol = mandatory(parameters);
        Long orderId = parameters.whole("orderId").orElse(null);
        String clientId = parameters.text("origClientOrderId").orElse(null);
        if (orderId == null && clientId == null) {
            throw ParameterErrors.bothEmpty("origClientOrderId", "orderId");
        }
        return new OrderKey(symbol, orderId, clientId);
    }

    /** The symbols that a request names, one or a list of them; all when it names none. */
    List<String> wanted(Parameters parameters) {
        Optional<String> one = parameters.text("symbol");
        Optional<String> some = parameters.text("symbols");
        if (one.isPresent() && some.isPresent()) {
            throw ParameterErrors.badCombination();
        }
        if (one.isPresent()) {
            return List.of(listed(one.get()));
        }
        return some.map(this::list)
                .orElseGet(() ->
                        exchange.listings().stream().map(each -> each.symbol()).toList());
    }

    private List<String> list(String json) {
        List<String> list = new ArrayList<>();
        JsonNode array = parsed(json);
        if (!array.isArray()) {
            throw ParameterErrors.illegal(
                    "symbols", "^\\[(\"[A-Z0-9-_.]{1,20}\"(,\"[A-Z0-9-_.]{1,20}\"){0,}){0,1}\\]$");
        }
        array.forEach(each -> list.add(listed(each.asString(""))));
        return list;
    }

    private static JsonNode parsed(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException malformed) {
            return JsonNodeFactory.instance.nullNode();
        }
    }
}
