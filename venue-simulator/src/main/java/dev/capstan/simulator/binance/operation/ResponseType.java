package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.OrderJson;
import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.command.Placed;
import dev.capstan.simulator.exchange.order.OrderType;
import tools.jackson.databind.node.ObjectNode;

/** How much a client wants to hear about an order it placed. */
enum ResponseType {
    ACK,
    RESULT,
    FULL;

    /** What {@code parameters} ask for; {@code usual} when they do not say. */
    static ResponseType read(Parameters parameters, ResponseType usual) {
        String name = parameters.text("newOrderRespType").orElse(usual.name());
        for (ResponseType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw ParameterErrors.invalid("newOrderRespType");
    }

    /** What an order of {@code type} is answered with when its client does not say. */
    static ResponseType usual(OrderType type) {
        return type == OrderType.LIMIT || type == OrderType.MARKET ? FULL : ACK;
    }

    ObjectNode of(OrderJson words, Placed placed) {
        return switch (this) {
            case ACK -> words.ack(placed);
            case RESULT -> words.result(placed);
            case FULL -> words.full(placed);
        };
    }
}
