package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.CancelRestriction;
import dev.capstan.simulator.exchange.Canceled;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.OrderKey;
import dev.capstan.simulator.exchange.OrderRequest;
import dev.capstan.simulator.exchange.Placed;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Placing, canceling and asking for orders. */
final class OrderOperations {

    private static final int ALL_SYMBOLS_WEIGHT = 80;

    private final Exchange exchange;
    private final Symbols symbols;
    private final ClientIds clientIds = new ClientIds();
    private final OrderForm form;

    OrderOperations(Exchange exchange) {
        this.exchange = exchange;
        this.symbols = new Symbols(exchange);
        this.form = new OrderForm(symbols, clientIds);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("POST /api/v3/order", "order.place", Role.PLACE, any -> 1, this::place),
                new Endpoint("POST /api/v3/order/test", "order.test", Role.ACCOUNT, any -> 1, this::test),
                new Endpoint("DELETE /api/v3/order", "order.cancel", Role.CANCEL, any -> 1, this::cancel),
                new Endpoint(
                        "DELETE /api/v3/openOrders", "openOrders.cancelAll", Role.CANCEL, any -> 1, this::cancelAll),
                new Endpoint("GET /api/v3/order", "order.status", Role.QUERY, any -> 4, this::query),
                new Endpoint(
                        "GET /api/v3/openOrders",
                        "openOrders.status",
                        Role.ACCOUNT,
                        parameters -> parameters.text("symbol").isPresent() ? 6 : ALL_SYMBOLS_WEIGHT,
                        this::openOrders));
    }

    private JsonNode place(Call call) {
        OrderRequest request = form.read(call.parameters());
        String answer = responseType(call.parameters());
        Placed placed = exchange.place(call.account(), request, call.window());
        return switch (answer) {
            case "ACK" -> call.orders().ack(placed);
            case "RESULT" -> call.orders().result(placed);
            default -> call.orders().full(placed);
        };
    }

    private JsonNode test(Call call) {
        OrderRequest request = form.read(call.parameters());
        responseType(call.parameters());
        exchange.check(call.account(), request);
        return JsonNodeFactory.instance.objectNode();
    }

    private static String responseType(Parameters parameters) {
        String type = parameters.text("newOrderRespType").orElse("FULL");
        if (!List.of("ACK", "RESULT", "FULL").contains(type)) {
            throw ApiErrors.invalid("newOrderRespType");
        }
        return type;
    }

    private JsonNode cancel(Call call) {
        OrderKey key = symbols.order(call.parameters());
        CancelRestriction restriction =
                restriction(call.parameters().text("cancelRestrictions").orElse(""));
        String cancelId = call.parameters().clientId("newClientOrderId").orElseGet(clientIds::next);
        Canceled canceled = exchange.cancel(call.account(), key, restriction, cancelId, call.window());
        return call.orders().canceled(canceled);
    }

    private static CancelRestriction restriction(String text) {
        return switch (text) {
            case "" -> CancelRestriction.NONE;
            case "ONLY_NEW" -> CancelRestriction.ONLY_NEW;
            case "ONLY_PARTIALLY_FILLED" -> CancelRestriction.ONLY_PARTIALLY_FILLED;
            default -> throw ApiErrors.badCancelRestrictions();
        };
    }

    private JsonNode cancelAll(Call call) {
        String symbol = symbols.mandatory(call.parameters());
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        exchange.cancelAll(call.account(), symbol, clientIds::next, call.window())
                .forEach(canceled -> all.add(call.orders().canceled(canceled)));
        return all;
    }

    private JsonNode query(Call call) {
        OrderKey key = symbols.order(call.parameters());
        return exchange.find(call.account(), key).map(call.orders()::queried).orElseThrow(ApiErrors::noSuchOrder);
    }

    private JsonNode openOrders(Call call) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        exchange.open(call.account(), symbols.optional(call.parameters()))
                .forEach(order -> all.add(call.orders().queried(order)));
        return all;
    }
}
