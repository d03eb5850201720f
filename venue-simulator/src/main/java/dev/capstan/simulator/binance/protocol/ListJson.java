package dev.capstan.simulator.binance.protocol;

import dev.capstan.simulator.exchange.command.Amended;
import dev.capstan.simulator.exchange.command.Canceled;
import dev.capstan.simulator.exchange.command.Cancellation;
import dev.capstan.simulator.exchange.command.Placed;
import dev.capstan.simulator.exchange.command.PlacedList;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Order lists in the venue's answers. */
public final class ListJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Times times;
    private final OrderJson orders;

    public ListJson(Times times) {
        this.times = times;
        this.orders = new OrderJson(times);
    }

    /** A list that was placed; {@code report} says what is told of each order. */
    public ObjectNode placed(PlacedList placed, Function<Placed, ObjectNode> report) {
        ObjectNode json = queried(
                placed.list(), placed.orders().stream().map(Placed::order).toList());
        ArrayNode reports = json.putArray("orderReports");
        placed.orders().forEach(each -> reports.add(report.apply(each)));
        return json;
    }

    /** What was canceled: a list with its orders, or one order. */
    public ObjectNode canceled(Cancellation canceled) {
        Optional<OrderList> list = canceled.list();
        if (list.isEmpty()) {
            return orders.canceled(canceled.orders().getFirst());
        }
        ObjectNode json = queried(
                list.get(), canceled.orders().stream().map(Canceled::order).toList());
        ArrayNode reports = json.putArray("orderReports");
        canceled.orders().forEach(each -> reports.add(orders.canceled(each)));
        return json;
    }

    /** A list as a query shows it. */
    public ObjectNode queried(OrderList list, List<Order> legs) {
        ObjectNode json = NODES.objectNode()
                .put("orderListId", list.id())
                .put("contingencyType", list.contingency().name())
                .put("listStatusType", statusType(list))
                .put("listOrderStatus", orderStatus(list))
                .put("listClientOrderId", list.clientListId())
                .put("transactionTime", times.of(list.at()))
                .put("symbol", list.symbol());
        return withOrders(json, legs);
    }

    /** An order that was made smaller, and the list it belongs to. */
    public ObjectNode amended(Amended amended) {
        ObjectNode json = NODES.objectNode()
                .put("transactTime", times.of(amended.amendment().at()))
                .put("executionId", amended.amendment().executionId());
        json.set("amendedOrder", orders.amended(amended));
        amended.list().ifPresent(list -> json.set("listStatus", status(list, amended.listOrders())));
        return json;
    }

    private static ObjectNode status(OrderList list, List<Order> legs) {
        ObjectNode json = NODES.objectNode()
                .put("orderListId", list.id())
                .put("contingencyType", list.contingency().name())
                .put("listOrderStatus", orderStatus(list))
                .put("listClientOrderId", list.clientListId())
                .put("symbol", list.symbol());
        return withOrders(json, legs);
    }

    private static ObjectNode withOrders(ObjectNode json, List<Order> legs) {
        ArrayNode ids = json.putArray("orders");
        legs.forEach(order -> ids.addObject()
                .put("symbol", order.symbol())
                .put("orderId", order.id())
                .put("clientOrderId", order.clientOrderId()));
        return json;
    }

    /** What the last thing was that happened to the list. */
    public static String statusType(OrderList list) {
        return list.done() ? "ALL_DONE" : "EXEC_STARTED";
    }

    public static String orderStatus(OrderList list) {
        return list.done() ? "ALL_DONE" : "EXECUTING";
    }
}
