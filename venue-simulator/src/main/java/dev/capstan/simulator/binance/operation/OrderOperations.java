package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.ApiException;
import dev.capstan.simulator.binance.protocol.ListJson;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.Ledger;
import dev.capstan.simulator.exchange.Trading;
import dev.capstan.simulator.exchange.command.Placed;
import dev.capstan.simulator.exchange.order.CancelRestriction;
import dev.capstan.simulator.exchange.order.OrderKey;
import dev.capstan.simulator.exchange.order.OrderRequest;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Placing, canceling and asking for orders. */
final class OrderOperations {

    private static final int ALL_SYMBOLS_WEIGHT = 80;

    private final Trading trading;
    private final Ledger ledger;
    private final Symbols symbols;
    private final ClientIds clientIds = new ClientIds();
    private final OrderForm form;

    OrderOperations(Exchange exchange) {
        this.trading = exchange.trading();
        this.ledger = exchange.ledger();
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
        ResponseType answer = ResponseType.read(call.parameters(), ResponseType.usual(request.type()));
        return answer.of(call.orders(), place(call, request));
    }

    private Placed place(Call call, OrderRequest request) {
        return call.halfOnly()
                ? trading.placeHalf(call.account(), request, call.window())
                : trading.place(call.account(), request, call.window());
    }

    private JsonNode test(Call call) {
        OrderRequest request = form.read(call.parameters());
        ResponseType.read(call.parameters(), ResponseType.usual(request.type()));
        trading.check(call.account(), request);
        boolean wantsRates = call.parameters()
                .text("computeCommissionRates")
                .filter("true"::equals)
                .isPresent();
        return wantsRates ? Commissions.ofAnOrder() : JsonNodeFactory.instance.objectNode();
    }

    private JsonNode cancel(Call call) {
        OrderKey key = symbols.order(call.parameters());
        CancelRestriction restriction = Restrictions.read(call.parameters());
        String cancelId = call.parameters().clientId("newClientOrderId").orElseGet(clientIds::next);
        return lists(call).canceled(trading.cancel(call.account(), key, restriction, cancelId, call.window()));
    }

    private JsonNode cancelAll(Call call) {
        String symbol = symbols.mandatory(call.parameters());
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        trading.cancelAll(call.account(), symbol, clientIds::next, call.window())
                .forEach(canceled -> all.add(lists(call).canceled(canceled)));
        return all;
    }

    private JsonNode query(Call call) {
        OrderKey key = symbols.order(call.parameters());
        return ledger.find(call.account(), key).map(call.orders()::queried).orElseThrow(() -> notFound(call, key));
    }

    private ApiException notFound(Call call, OrderKey key) {
        boolean otherClientId = key.orderId() != null
                && key.clientOrderId() != null
                && ledger.find(call.account(), new OrderKey(key.symbol(), key.orderId(), null))
                        .isPresent();
        return otherClientId ? ApiErrors.otherClientId() : ApiErrors.noSuchOrder();
    }

    private JsonNode openOrders(Call call) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        ledger.open(call.account(), symbols.optional(call.parameters()))
                .forEach(order -> all.add(call.orders().queried(order)));
        return all;
    }

    private static ListJson lists(Call call) {
        return new ListJson(call.times());
    }
}
