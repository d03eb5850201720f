package dev.capstan.simulator.binance.operation;

import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.OrderRequest;
import java.util.Map;

/** Reads an order from a request, complaining as the venue does. */
record OrderForm(Symbols symbols, ClientIds clientIds) {

    /** Order types the venue knows and this market does not offer. */
    private static final Map<String, String> NOT_OFFERED = Map.of(
            "STOP_LOSS", "Stop loss orders",
            "STOP_LOSS_LIMIT", "Stop loss limit orders",
            "TAKE_PROFIT", "Take profit orders",
            "TAKE_PROFIT_LIMIT", "Take profit limit orders",
            "LIMIT_MAKER", "Limit maker orders");

    OrderRequest read(Parameters parameters) {
        String symbol = symbols.mandatory(parameters);
        Side side = side(parameters.mandatory("side"));
        OrderType type = type(parameters.mandatory("type"));
        refuseWhatIsNotOffered(parameters);
        return switch (type) {
            case LIMIT -> limit(parameters, symbol, side);
            case MARKET -> market(parameters, symbol, side);
        };
    }

    private OrderRequest limit(Parameters parameters, String symbol, Side side) {
        TimeInForce timeInForce = timeInForce(parameters.mandatory("timeInForce"));
        return new OrderRequest(
                symbol,
                clientOrderId(parameters),
                side,
                OrderType.LIMIT,
                timeInForce,
                parameters.decimal("price"),
                parameters.decimal("quantity"));
    }

    private OrderRequest market(Parameters parameters, String symbol, Side side) {
        for (String name : new String[] {"timeInForce", "price"}) {
            if (parameters.text(name).isPresent()) {
                throw ApiErrors.notRequired(name);
            }
        }
        return new OrderRequest(
                symbol,
                clientOrderId(parameters),
                side,
                OrderType.MARKET,
                TimeInForce.GTC,
                0,
                parameters.decimal("quantity"));
    }

    private String clientOrderId(Parameters parameters) {
        return parameters.clientId("newClientOrderId").orElseGet(clientIds::next);
    }

    private static void refuseWhatIsNotOffered(Parameters parameters) {
        if (parameters.text("quoteOrderQty").isPresent()) {
            throw ApiErrors.noQuoteQuantity();
        }
        if (parameters.text("icebergQty").isPresent()) {
            throw ApiErrors.notSupported("Iceberg orders");
        }
        if (parameters.text("trailingDelta").isPresent()) {
            throw ApiErrors.notSupported("Trailing stop orders");
        }
        if (parameters.text("stopPrice").isPresent()) {
            throw ApiErrors.notRequired("stopPrice");
        }
    }

    private static Side side(String text) {
        return switch (text) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw ApiErrors.invalidSide();
        };
    }

    private static OrderType type(String text) {
        String notOffered = NOT_OFFERED.get(text);
        if (notOffered != null) {
            throw ApiErrors.notSupported(notOffered);
        }
        return switch (text) {
            case "LIMIT" -> OrderType.LIMIT;
            case "MARKET" -> OrderType.MARKET;
            default -> throw ApiErrors.invalidOrderType();
        };
    }

    private static TimeInForce timeInForce(String text) {
        return switch (text) {
            case "GTC" -> TimeInForce.GTC;
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            default -> throw ApiErrors.invalidTimeInForce();
        };
    }
}
