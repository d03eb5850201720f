package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.ListJson;
import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.Ledger;
import dev.capstan.simulator.exchange.Trading;
import dev.capstan.simulator.exchange.command.PlacedList;
import dev.capstan.simulator.exchange.order.ListKey;
import dev.capstan.simulator.exchange.order.ListRequest;
import dev.capstan.simulator.exchange.order.OrderList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Placing, canceling and asking for order lists. */
final class ListOperations {

    private static final int USUAL = 500;
    private static final int MOST = 1_000;

    private final Trading trading;
    private final Ledger ledger;
    private final Symbols symbols;
    private final ClientIds clientIds = new ClientIds();
    private final ListForm form;

    ListOperations(Exchange exchange) {
        this.trading = exchange.trading();
        this.ledger = exchange.ledger();
        this.symbols = new Symbols(exchange);
        this.form = new ListForm(symbols, clientIds, new OrderForm(symbols, clientIds));
    }

    List<Endpoint> endpoints() {
        return List.of(
                placing("oco", call -> form.oneCancelsOther(call.parameters())),
                placing("oto", call -> form.oneTriggersOther(call.parameters())),
                placing("otoco", call -> form.oneTriggersPair(call.parameters())),
                new Endpoint("DELETE /api/v3/orderList", "orderList.cancel", Role.CANCEL, any -> 1, this::cancel),
                new Endpoint("GET /api/v3/orderList", "orderList.status", Role.QUERY, any -> 4, this::query),
                new Endpoint(
                        "GET /api/v3/openOrderList",
                        "openOrderLists.status",
                        Role.ACCOUNT,
                        any -> 6,
                        call -> queried(call, ledger.openLists(call.account()))),
                new Endpoint("GET /api/v3/allOrderList", "allOrderLists", Role.ACCOUNT, any -> 20, this::all));
    }

    private interface Reader {
        ListRequest read(Call call);
    }

    private Endpoint placing(String kind, Reader reader) {
        return new Endpoint(
                "POST /api/v3/orderList/" + kind,
                "orderList.place." + kind,
                Role.PLACE,
                any -> 1,
                call -> place(call, reader.read(call)));
    }

    private JsonNode place(Call call, ListRequest request) {
        ResponseType type = ResponseType.read(call.parameters(), ResponseType.RESULT);
        PlacedList placed = trading.place(call.account(), request, call.window());
        return words(call).placed(placed, each -> type.of(call.orders(), each));
    }

    private JsonNode cancel(Call call) {
        Parameters parameters = call.parameters();
        String symbol = symbols.mandatory(parameters);
        ListKey key = key(parameters, "listClientOrderId");
        String cancelId = parameters.clientId("newClientOrderId").orElseGet(clientIds::next);
        return words(call).canceled(trading.cancelList(call.account(), symbol, key, cancelId, call.window()));
    }

    private JsonNode query(Call call) {
        return ledger.findList(call.account(), key(call.parameters(), "origClientOrderId"))
                .map(list -> words(call).queried(list, ledger.ordersOf(call.account(), list)))
                .orElseThrow(ApiErrors::noSuchOrder);
    }

    private JsonNode all(Call call) {
        Parameters parameters = call.parameters();
        TimeRange range = TimeRange.read(parameters);
        Long fromId = parameters.whole("fromId").orElse(null);
        if (fromId != null && range.isGiven()) {
            throw ParameterErrors.badCombination();
        }
        int limit = parameters.limit(USUAL, MOST);
        List<OrderList> wanted = ledger.lists(call.account()).stream()
                .filter(list -> fromId == null ? range.contains(list.at()) : list.id() >= fromId)
                .toList();
        boolean fromStart = fromId != null || range.hasStart();
        int from = fromStart ? 0 : Math.max(0, wanted.size() - limit);
        return queried(call, wanted.subList(from, Math.min(wanted.size(), from + limit)));
    }

    private ArrayNode queried(Call call, List<OrderList> lists) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        lists.forEach(list -> all.add(words(call).queried(list, ledger.ordersOf(call.account(), list))));
        return all;
    }

    private static ListKey key(Parameters parameters, String clientIdName) {
        Long listId = parameters.whole("orderListId").orElse(null);
        String clientId = parameters.text(clientIdName).orElse(null);
        if (listId == null && clientId == null) {
            throw ParameterErrors.bothEmpty(clientIdName, "orderListId");
        }
        return new ListKey(listId, clientId);
    }

    private static ListJson words(Call call) {
        return new ListJson(call.times());
    }
}
