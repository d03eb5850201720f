package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.order.CancelRestriction;

/** Reads in which state an order has to be to be canceled. */
final class Restrictions {

    private Restrictions() {}

    static CancelRestriction read(Parameters parameters) {
        return switch (parameters.text("cancelRestrictions").orElse("")) {
            case "" -> CancelRestriction.NONE;
            case "ONLY_NEW" -> CancelRestriction.ONLY_NEW;
            case "ONLY_PARTIALLY_FILLED" -> CancelRestriction.ONLY_PARTIALLY_FILLED;
            default -> throw ParameterErrors.badCancelRestrictions();
        };
    }
}
