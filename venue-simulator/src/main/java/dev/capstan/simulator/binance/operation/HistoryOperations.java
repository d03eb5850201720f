package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.Ledger;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.Trade;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Orders and trades of the past. */
final class HistoryOperations {

    private static final int USUAL = 500;
    private static final int MOST = 1_000;

    private final Ledger ledger;
    private final Symbols symbols;

    HistoryOperations(Exchange exchange) {
        this.ledger = exchange.ledger();
        this.symbols = new Symbols(exchange);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("GET /api/v3/allOrders", "allOrders", Role.ACCOUNT, any -> 20, this::allOrders),
                new Endpoint(
                        "GET /api/v3/myTrades",
                        "myTrades",
                        Role.ACCOUNT,
                        parameters -> parameters.text("orderId").isPresent() ? 5 : 20,
                        this::myTrades));
    }

    private JsonNode allOrders(Call call) {
        Parameters parameters = call.parameters();
        String symbol = symbols.mandatory(parameters);
        TimeRange range = TimeRange.read(parameters);
        Long fromId = parameters.whole("orderId").orElse(null);
        if (fromId != null && range.isGiven()) {
            throw ParameterErrors.badCombination();
        }
        Predicate<Order> wanted = order -> fromId == null ? range.contains(order.createdAt()) : order.id() >= fromId;
        int limit = parameters.limit(USUAL, MOST);
        List<Order> found = ledger.orders(
                call.account(), symbol, orders -> page(orders, wanted, limit, fromId != null || range.hasStart()));
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        found.forEach(order -> all.add(call.orders().queried(order)));
        return all;
    }

    private JsonNode myTrades(Call call) {
        Parameters parameters = call.parameters();
        String symbol = symbols.mandatory(parameters);
        TimeRange range = TimeRange.read(parameters);
        Long orderId = parameters.whole("orderId").orElse(null);
        Long fromId = parameters.whole("fromId").orElse(null);
        if (range.isGiven() && (fromId != null || orderId != null)) {
            throw ParameterErrors.badCombination();
        }
        Predicate<Trade> wanted = trade -> range.contains(trade.at())
                && (orderId == null || trade.orderId() == orderId)
                && (fromId == null || trade.id() >= fromId);
        int limit = parameters.limit(USUAL, MOST);
        List<Trade> found = ledger.trades(
                call.account(), symbol, trades -> page(trades, wanted, limit, fromId != null || range.hasStart()));
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        found.forEach(trade -> all.add(call.orders().trade(trade)));
        return all;
    }

    /** The first {@code limit} that are wanted when the client said where to begin, else the last. */
    private static <T> List<T> page(List<T> all, Predicate<T> wanted, int limit, boolean fromStart) {
        if (fromStart) {
            return all.stream().filter(wanted).limit(limit).toList();
        }
        return all.reversed().stream().filter(wanted).limit(limit).toList().reversed();
    }
}
