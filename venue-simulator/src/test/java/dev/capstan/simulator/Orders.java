package dev.capstan.simulator;

import static dev.capstan.simulator.Trader.params;

import java.util.Map;

/** Parameters of requests in BTCUSDT, as a client writes them. */
final class Orders {

    private Orders() {}

    /** An order of {@code type}; {@code more} are names and values. */
    static Map<String, String> order(String side, String type, String quantity, String clientId, String... more) {
        Map<String, String> order = params(
                "symbol", "BTCUSDT", "side", side, "type", type, "quantity", quantity, "newClientOrderId", clientId);
        order.putAll(params(more));
        return order;
    }

    /** A sale of {@code quantity}, at {@code limit} or when the price falls to {@code stop}. */
    static Map<String, String> exitPair(String quantity, String limit, String stop, String id) {
        return params(
                "symbol",
                "BTCUSDT",
                "side",
                "SELL",
                "quantity",
                quantity,
                "listClientOrderId",
                id,
                "aboveType",
                "LIMIT_MAKER",
                "abovePrice",
                limit,
                "aboveClientOrderId",
                id + "-target",
                "belowType",
                "STOP_LOSS",
                "belowStopPrice",
                stop,
                "belowClientOrderId",
                id + "-stop");
    }

    /** A purchase at {@code price}, and what sells {@code exit} of it at {@code limit} or {@code stop}. */
    static Map<String, String> bracket(
            String quantity, String exit, String price, String limit, String stop, String id) {
        return params(
                "symbol",
                "BTCUSDT",
                "listClientOrderId",
                id,
                "workingType",
                "LIMIT",
                "workingSide",
                "BUY",
                "workingTimeInForce",
                "GTC",
                "workingPrice",
                price,
                "workingQuantity",
                quantity,
                "workingClientOrderId",
                id + "-entry",
                "pendingSide",
                "SELL",
                "pendingQuantity",
                exit,
                "pendingAboveType",
                "LIMIT_MAKER",
                "pendingAbovePrice",
                limit,
                "pendingAboveClientOrderId",
                id + "-target",
                "pendingBelowType",
                "STOP_LOSS",
                "pendingBelowStopPrice",
                stop,
                "pendingBelowClientOrderId",
                id + "-stop");
    }
}
