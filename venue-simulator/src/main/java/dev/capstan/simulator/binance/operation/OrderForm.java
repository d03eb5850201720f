package dev.capstan.simulator.binance.operation;

import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.OrderJson;
import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.order.OrderRequest;
import dev.capstan.simulator.exchange.order.OrderType;
import dev.capstan.simulator.exchange.order.Trailing;

/** Reads an order from a request, complaining as the venue does. */
record OrderForm(Symbols symbols, ClientIds clientIds) {

    private static final long LEAST_STRATEGY_TYPE = 1_000_000;

    /** The only order of a request. */
    OrderRequest read(Parameters parameters) {
        return read(parameters, symbols.mandatory(parameters), LegNames.SINGLE);
    }

    /** The order of a request that has these names. */
    OrderRequest read(Parameters parameters, String symbol, LegNames names) {
        Side side = side(parameters.mandatory(names.side()));
        OrderType type = type(parameters.mandatory(names.of(Term.TYPE)));
        refuseWhatIsNotOffered(parameters, names);
        checkTerms(parameters, names, type);
        TimeInForce timeInForce = type == OrderType.LIMIT || (type.hasLimit() && type.isConditional())
                ? timeInForce(parameters.mandatory(names.of(Term.TIME_IN_FORCE)))
                : TimeInForce.GTC;
        long shown = decimal(parameters, names.of(Term.ICEBERG_QTY));
        if (shown > 0 && timeInForce != TimeInForce.GTC) {
            throw ParameterErrors.unsupportedCombination();
        }
        return new OrderRequest(
                symbol,
                parameters.clientId(names.clientOrderId()).orElseGet(clientIds::next),
                side,
                type,
                timeInForce,
                decimal(parameters, names.of(Term.PRICE)),
                decimal(parameters, names.quantity()),
                decimal(parameters, names.of(Term.QUOTE_ORDER_QTY)),
                decimal(parameters, names.of(Term.STOP_PRICE)),
                shown,
                parameters.whole(names.of(Term.STRATEGY_ID)).orElse(0L),
                strategyType(parameters, names.of(Term.STRATEGY_TYPE)),
                parameters
                        .whole(names.of(Term.TRAILING_DELTA))
                        .map(Trailing::by)
                        .orElse(null));
    }

    private static void checkTerms(Parameters parameters, LegNames names, OrderType type) {
        for (Term needed : Term.needed(type)) {
            parameters.mandatory(names.of(needed));
        }
        if (type.isConditional()
                && parameters.text(names.of(Term.STOP_PRICE)).isEmpty()
                && parameters.text(names.of(Term.TRAILING_DELTA)).isEmpty()) {
            throw ParameterErrors.bothEmpty(names.of(Term.STOP_PRICE), names.of(Term.TRAILING_DELTA));
        }
        for (Term unwanted : Term.unwanted(type)) {
            if (parameters.text(names.of(unwanted)).isPresent()) {
                throw ParameterErrors.notRequired(names.of(unwanted));
            }
        }
        checkQuantity(parameters, names, type);
    }

    private static void checkQuantity(Parameters parameters, LegNames names, OrderType type) {
        boolean inQuote = parameters.text(names.of(Term.QUOTE_ORDER_QTY)).isPresent();
        boolean inBase = parameters.text(names.quantity()).isPresent();
        if (inQuote && inBase) {
            throw ParameterErrors.badCombination();
        }
        if (!inQuote && !inBase && type == OrderType.MARKET && names.equals(LegNames.SINGLE)) {
            throw ParameterErrors.bothEmpty(names.quantity(), names.of(Term.QUOTE_ORDER_QTY));
        }
        if (!inQuote) {
            parameters.mandatory(names.quantity());
        }
    }

    private static void refuseWhatIsNotOffered(Parameters parameters, LegNames names) {
        if (parameters.text(names.of(Term.PEG_PRICE_TYPE)).isPresent()) {
            throw ApiErrors.notSupported("Pegged orders");
        }
        if (parameters
                .text("selfTradePreventionMode")
                .filter(mode -> !mode.equals(OrderJson.SELF_TRADE_PREVENTION))
                .isPresent()) {
            throw ApiErrors.selfTradePreventionNotAllowed();
        }
    }

    private static long decimal(Parameters parameters, String name) {
        return parameters.text(name).isEmpty() ? 0 : parameters.decimal(name);
    }

    private static long strategyType(Parameters parameters, String name) {
        long type = parameters.whole(name).orElse(0L);
        if (parameters.text(name).isPresent() && type < LEAST_STRATEGY_TYPE) {
            throw ParameterErrors.badStrategyType();
        }
        return type;
    }

    private static Side side(String text) {
        return switch (text) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw ParameterErrors.invalidSide();
        };
    }

    private static OrderType type(String text) {
        for (OrderType type : OrderType.values()) {
            if (type.name().equals(text)) {
                return type;
            }
        }
        throw ParameterErrors.invalidOrderType();
    }

    private static TimeInForce timeInForce(String text) {
        return switch (text) {
            case "GTC" -> TimeInForce.GTC;
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            default -> throw ParameterErrors.invalidTimeInForce();
        };
    }
}
