package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.exchange.order.OrderType;
import java.util.EnumSet;
import java.util.Set;

/** A parameter of an order that some types need, some may have and others must not have. */
enum Term {
    TYPE("type"),
    TIME_IN_FORCE("timeInForce"),
    PRICE("price"),
    STOP_PRICE("stopPrice"),
    TRAILING_DELTA("trailingDelta"),
    ICEBERG_QTY("icebergQty"),
    QUOTE_ORDER_QTY("quoteOrderQty"),
    STRATEGY_ID("strategyId"),
    STRATEGY_TYPE("strategyType"),
    PEG_PRICE_TYPE("pegPriceType"),
    PEG_OFFSET_TYPE("pegOffsetType"),
    PEG_OFFSET_VALUE("pegOffsetValue");

    private final String parameter;

    Term(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }

    /** What an order of {@code type} must have beside side and quantity; a stop price may also be a trailing delta. */
    static Set<Term> needed(OrderType type) {
        return switch (type) {
            case LIMIT -> EnumSet.of(TIME_IN_FORCE, PRICE);
            case LIMIT_MAKER -> EnumSet.of(PRICE);
            case STOP_LOSS_LIMIT, TAKE_PROFIT_LIMIT -> EnumSet.of(TIME_IN_FORCE, PRICE);
            case MARKET, STOP_LOSS, TAKE_PROFIT -> EnumSet.noneOf(Term.class);
        };
    }

    /** What an order of {@code type} must not have. */
    static Set<Term> unwanted(OrderType type) {
        Set<Term> unwanted = EnumSet.of(TIME_IN_FORCE, PRICE);
        unwanted.removeAll(needed(type));
        if (!type.isConditional()) {
            unwanted.add(STOP_PRICE);
            unwanted.add(TRAILING_DELTA);
        }
        if (!type.hasLimit()) {
            unwanted.add(ICEBERG_QTY);
        }
        if (type != OrderType.MARKET) {
            unwanted.add(QUOTE_ORDER_QTY);
        }
        return unwanted;
    }
}
