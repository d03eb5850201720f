package dev.capstan.simulator.binance.stream;

import dev.capstan.simulator.binance.protocol.ListJson;
import dev.capstan.simulator.binance.protocol.OrderJson;
import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderDetails;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.exchange.order.Trailing;
import dev.capstan.simulator.exchange.report.ExecutionReport;
import dev.capstan.simulator.exchange.report.ExecutionType;
import dev.capstan.simulator.exchange.report.ListReport;
import dev.capstan.trading.fixed.Decimal8;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events of a user data stream.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/user-data-stream">User data stream</a>
 */
final class UserEventJson {

    private UserEventJson() {}

    static ObjectNode executionReport(ExecutionReport report, Times times) {
        Order order = report.order();
        OrderDetails details = order.details();
        boolean canceled = report.type() == ExecutionType.CANCELED;
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("e", "executionReport")
                .put("E", times.of(report.at()))
                .put("s", order.symbol())
                .put("c", canceled ? report.cancelId() : order.clientOrderId())
                .put("S", order.side().name())
                .put("o", order.type().name())
                .put("f", order.timeInForce().name())
                .put("q", Decimal8.text(order.quantity()))
                .put("p", Decimal8.text(order.price()))
                .put("P", Decimal8.text(details.stopPrice()))
                .put("F", Decimal8.text(details.icebergQuantity()))
                .put("g", OrderJson.listId(order))
                .put("C", canceled ? order.clientOrderId() : Objects.requireNonNullElse(report.earlierId(), ""))
                .put("x", report.type().name())
                .put("X", order.status().name())
                .put("r", report.rejected().name())
                .put("i", order.id());
        fill(json, report);
        json.put("z", Decimal8.text(order.executed()))
                .put("Z", Decimal8.text(order.quoteExecuted()))
                .put("Q", Decimal8.text(details.quoteQuantity()))
                .put("T", times.of(report.at()))
                .put("I", report.id())
                .put("w", order.rests())
                .put("O", times.of(order.createdAt()))
                .put("V", OrderJson.SELF_TRADE_PREVENTION)
                .put("M", false);
        return details(json, order, times);
    }

    /** What is sent only of orders that have it. */
    private static ObjectNode details(ObjectNode json, Order order, Times times) {
        OrderDetails details = order.details();
        if (order.works()) {
            json.put("W", times.of(details.workingAt()));
        }
        Trailing trailing = details.trailing();
        if (trailing != null) {
            json.put("d", trailing.delta());
            if (trailing.since() > 0) {
                json.put("D", times.of(trailing.since()));
            }
        }
        if (details.strategyId() > 0) {
            json.put("j", details.strategyId());
        }
        if (details.strategyType() > 0) {
            json.put("J", details.strategyType());
        }
        if (details.expiryReason() != null) {
            json.put("eR", details.expiryReason().name());
        }
        return json;
    }

    static ObjectNode listStatus(ListReport report, Times times) {
        OrderList list = report.list();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("e", "listStatus")
                .put("E", times.of(report.at()))
                .put("s", list.symbol())
                .put("g", list.id())
                .put("c", list.contingency().name())
                .put("l", ListJson.statusType(list))
                .put("L", ListJson.orderStatus(list))
                .put("r", report.rejected().name())
                .put("C", list.clientListId())
                .put("T", times.of(report.at()));
        ArrayNode orders = json.putArray("O");
        report.orders()
                .forEach(order -> orders.addObject()
                        .put("s", order.symbol())
                        .put("i", order.id())
                        .put("c", order.clientOrderId()));
        return json;
    }

    private static void fill(ObjectNode json, ExecutionReport report) {
        Trade trade = report.trade();
        json.put("l", Decimal8.text(trade == null ? 0 : trade.quantity()))
                .put("L", Decimal8.text(trade == null ? 0 : trade.price()))
                .put("Y", Decimal8.text(trade == null ? 0 : trade.quote()))
                .put("n", trade == null ? "0" : Decimal8.text(trade.commission()))
                .put("N", trade == null ? null : trade.commissionAsset())
                .put("t", trade == null ? -1 : trade.id())
                .put("m", trade != null && trade.maker());
    }

    static ObjectNode balanceUpdate(String asset, long amount, long at, Times times) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("e", "balanceUpdate")
                .put("E", times.of(at))
                .put("a", asset)
                .put("d", Decimal8.text(amount))
                .put("T", times.of(at));
    }

    static ObjectNode accountPosition(List<Balance> balances, long at, Times times) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("e", "outboundAccountPosition")
                .put("E", times.of(at))
                .put("u", times.of(at));
        ArrayNode all = json.putArray("B");
        for (Balance balance : balances) {
            all.addObject()
                    .put("a", balance.asset())
                    .put("f", Decimal8.text(balance.free()))
                    .put("l", Decimal8.text(balance.locked()));
        }
        return json;
    }
}
