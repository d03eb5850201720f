package dev.capstan.simulator.binance.protocol;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.exchange.command.Amended;
import dev.capstan.simulator.exchange.command.Canceled;
import dev.capstan.simulator.exchange.command.Placed;
import dev.capstan.simulator.exchange.order.Amendment;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderDetails;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.exchange.order.Trailing;
import dev.capstan.trading.fixed.Decimal8;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Orders and trades in the venue's answers. */
public final class OrderJson {

    /** The only self-trade prevention there is; it never acts, because orders meet the market and not each other. */
    public static final String SELF_TRADE_PREVENTION = "EXPIRE_MAKER";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Times times;

    public OrderJson(Times times) {
        this.times = times;
    }

    public ObjectNode ack(Placed placed) {
        Order order = placed.order();
        return NODES.objectNode()
                .put("symbol", order.symbol())
                .put("orderId", order.id())
                .put("orderListId", listId(order))
                .put("clientOrderId", order.clientOrderId())
                .put("transactTime", times.of(order.updatedAt()));
    }

    public ObjectNode result(Placed placed) {
        return state(ack(placed), placed.order()).put("workingTime", workingTime(placed.order()));
    }

    public ObjectNode full(Placed placed) {
        ObjectNode full = result(placed);
        ArrayNode fills = full.putArray("fills");
        placed.fills().forEach(trade -> fills.add(fill(trade)));
        return full;
    }

    public ObjectNode canceled(Canceled canceled) {
        Order order = canceled.order();
        ObjectNode json = NODES.objectNode()
                .put("symbol", order.symbol())
                .put("origClientOrderId", order.clientOrderId())
                .put("orderId", order.id())
                .put("orderListId", listId(order))
                .put("clientOrderId", canceled.cancelId())
                .put("transactTime", times.of(order.updatedAt()));
        return state(json, order);
    }

    /** An order that was made smaller; the venue has names of its own here. */
    public ObjectNode amended(Amended amended) {
        Order order = amended.order();
        ObjectNode json = NODES.objectNode()
                .put("symbol", order.symbol())
                .put("orderId", order.id())
                .put("orderListId", listId(order))
                .put("origClientOrderId", amended.amendment().from())
                .put("clientOrderId", order.clientOrderId())
                .put("price", Decimal8.text(order.price()))
                .put("qty", Decimal8.text(order.quantity()))
                .put("executedQty", Decimal8.text(order.executed()))
                .put("preventedQty", Decimal8.text(0))
                .put("quoteOrderQty", Decimal8.text(order.details().quoteQuantity()))
                .put("cumulativeQuoteQty", Decimal8.text(order.quoteExecuted()))
                .put("status", order.status().name())
                .put("timeInForce", order.timeInForce().name())
                .put("type", order.type().name())
                .put("side", order.side().name())
                .put("workingTime", workingTime(order))
                .put("selfTradePreventionMode", SELF_TRADE_PREVENTION);
        return details(json, order.details());
    }

    /** One of the times an order was made smaller. */
    public ObjectNode amendment(Amendment amendment) {
        return NODES.objectNode()
                .put("symbol", amendment.symbol())
                .put("orderId", amendment.orderId())
                .put("executionId", amendment.executionId())
                .put("origClientOrderId", amendment.from())
                .put("newClientOrderId", amendment.to())
                .put("origQty", Decimal8.text(amendment.fromQuantity()))
                .put("newQty", Decimal8.text(amendment.toQuantity()))
                .put("time", times.of(amendment.at()));
    }

    /** An order as a query shows it. */
    public ObjectNode queried(Order order) {
        ObjectNode json = NODES.objectNode()
                .put("symbol", order.symbol())
                .put("orderId", order.id())
                .put("orderListId", listId(order))
                .put("clientOrderId", order.clientOrderId());
        return state(json, order)
                .put("stopPrice", Decimal8.text(order.details().stopPrice()))
                .put("icebergQty", Decimal8.text(order.details().icebergQuantity()))
                .put("time", times.of(order.createdAt()))
                .put("updateTime", times.of(order.updatedAt()))
                .put("isWorking", order.works())
                .put("workingTime", workingTime(order));
    }

    /** Number of the list that {@code order} belongs to, -1 for none. */
    public static long listId(Order order) {
        return order.details().listId() == 0 ? -1 : order.details().listId();
    }

    private long workingTime(Order order) {
        return order.works() ? times.of(order.details().workingAt()) : -1;
    }

    /** A trade of the account. */
    public ObjectNode trade(Trade trade) {
        return NODES.objectNode()
                .put("symbol", trade.symbol())
                .put("id", trade.id())
                .put("orderId", trade.orderId())
                .put("orderListId", trade.listId() == 0 ? -1 : trade.listId())
                .put("price", Decimal8.text(trade.price()))
                .put("qty", Decimal8.text(trade.quantity()))
                .put("quoteQty", Decimal8.text(trade.quote()))
                .put("commission", Decimal8.text(trade.commission()))
                .put("commissionAsset", trade.commissionAsset())
                .put("time", times.of(trade.at()))
                .put("isBuyer", trade.side() == Side.BUY)
                .put("isMaker", trade.maker())
                .put("isBestMatch", true);
    }

    private static ObjectNode fill(Trade trade) {
        return NODES.objectNode()
                .put("price", Decimal8.text(trade.price()))
                .put("qty", Decimal8.text(trade.quantity()))
                .put("commission", Decimal8.text(trade.commission()))
                .put("commissionAsset", trade.commissionAsset())
                .put("tradeId", trade.id());
    }

    private ObjectNode state(ObjectNode json, Order order) {
        json.put("price", Decimal8.text(order.price()))
                .put("origQty", Decimal8.text(order.quantity()))
                .put("executedQty", Decimal8.text(order.executed()))
                .put("origQuoteOrderQty", Decimal8.text(order.details().quoteQuantity()))
                .put("cummulativeQuoteQty", Decimal8.text(order.quoteExecuted()))
                .put("status", order.status().name())
                .put("timeInForce", order.timeInForce().name())
                .put("type", order.type().name())
                .put("side", order.side().name())
                .put("selfTradePreventionMode", SELF_TRADE_PREVENTION);
        return details(json, order.details());
    }

    /** What the venue shows only of orders that have it. */
    private ObjectNode details(ObjectNode json, OrderDetails details) {
        if (details.stopPrice() > 0) {
            json.put("stopPrice", Decimal8.text(details.stopPrice()));
        }
        Trailing trailing = details.trailing();
        if (trailing != null) {
            json.put("trailingDelta", trailing.delta());
            json.put("trailingTime", trailing.since() == 0 ? -1 : times.of(trailing.since()));
        }
        if (details.icebergQuantity() > 0) {
            json.put("icebergQty", Decimal8.text(details.icebergQuantity()));
        }
        if (details.strategyId() > 0) {
            json.put("strategyId", details.strategyId());
        }
        if (details.strategyType() > 0) {
            json.put("strategyType", details.strategyType());
        }
        if (details.expiryReason() != null) {
            json.put("expiryReason", details.expiryReason().name());
        }
        return json;
    }
}
