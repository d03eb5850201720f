package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.ListJson;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.Ledger;
import dev.capstan.simulator.exchange.Trading;
import dev.capstan.simulator.exchange.command.AmendRequest;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.order.OrderKey;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Making an order smaller without losing its place, and asking how often that was done. */
final class AmendOperations {

    private static final int USUAL = 500;
    private static final int MOST = 1_000;

    private final Trading trading;
    private final Ledger ledger;
    private final Symbols symbols;
    private final ClientIds clientIds = new ClientIds();

    AmendOperations(Exchange exchange) {
        this.trading = exchange.trading();
        this.ledger = exchange.ledger();
        this.symbols = new Symbols(exchange);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        "PUT /api/v3/order/amend/keepPriority",
                        "order.amend.keepPriority",
                        Role.CANCEL,
                        any -> 4,
                        this::amend),
                new Endpoint(
                        "GET /api/v3/order/amendments", "order.amendments", Role.ACCOUNT, any -> 4, this::amendments));
    }

    private JsonNode amend(Call call) {
        Parameters parameters = call.parameters();
        OrderKey key = symbols.order(parameters);
        long quantity = parameters.decimal("newQty");
        String clientId = parameters.clientId("newClientOrderId").orElseGet(clientIds::next);
        AmendRequest request = new AmendRequest(key, quantity, clientId);
        try {
            return new ListJson(call.times()).amended(trading.amend(call.account(), request, call.window()));
        } catch (RefusedException refused) {
            throw ApiErrors.ofAmending(refused);
        }
    }

    private JsonNode amendments(Call call) {
        Parameters parameters = call.parameters();
        String symbol = symbols.mandatory(parameters);
        parameters.mandatory("orderId");
        long orderId = parameters.whole("orderId").orElseThrow();
        long from = parameters.whole("fromExecutionId").orElse(0L);
        int limit = parameters.limit(USUAL, MOST);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        ledger.amendments(call.account(), symbol, orderId).stream()
                .filter(amendment -> amendment.executionId() >= from)
                .limit(limit)
                .forEach(amendment -> all.add(call.orders().amendment(amendment)));
        return all;
    }
}
