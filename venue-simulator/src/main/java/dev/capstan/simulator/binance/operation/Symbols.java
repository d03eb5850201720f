package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.OrderKey;
import org.jspecify.annotations.Nullable;

/** Reads the symbol, and the order, that a request names. */
record Symbols(Exchange exchange) {

    String mandatory(Parameters parameters) {
        return listed(parameters.mandatory("symbol"));
    }

    @Nullable
    String optional(Parameters parameters) {
        return parameters.text("symbol").map(this::listed).orElse(null);
    }

    String listed(String symbol) {
        if (exchange.listing(symbol).isEmpty()) {
            throw ApiErrors.invalidSymbol();
        }
        return symbol;
    }

    OrderKey order(Parameters parameters) {
        String symbol = mandatory(parameters);
        Long orderId = parameters.whole("orderId").orElse(null);
        String clientId = parameters.text("origClientOrderId").orElse(null);
        if (orderId == null && clientId == null) {
            throw ApiErrors.bothEmpty("origClientOrderId", "orderId");
        }
        return new OrderKey(symbol, orderId, clientId);
    }
}
