package dev.capstan.simulator.binance.operation;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What trading costs, as the venue writes it: one rate for everybody, in the asset received. */
final class Commissions {

    static final String RATE = "0.00100000";
    static final String NO_RATE = "0.00000000";

    private Commissions() {}

    /** The rates that an order would be charged. */
    static ObjectNode ofAnOrder() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("standardCommissionForOrder").put("maker", RATE).put("taker", RATE);
        json.putObject("specialCommissionForOrder").put("maker", NO_RATE).put("taker", NO_RATE);
        json.putObject("taxCommissionForOrder").put("maker", NO_RATE).put("taker", NO_RATE);
        return withoutDiscount(json);
    }

    /** The rates of an account in {@code symbol}. */
    static ObjectNode ofAnAccount(String symbol) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("symbol", symbol);
        rates(json, "standardCommission", RATE);
        rates(json, "specialCommission", NO_RATE);
        rates(json, "taxCommission", NO_RATE);
        return withoutDiscount(json);
    }

    private static void rates(ObjectNode json, String name, String rate) {
        json.putObject(name)
                .put("maker", rate)
                .put("taker", rate)
                .put("buyer", NO_RATE)
                .put("seller", NO_RATE);
    }

    private static ObjectNode withoutDiscount(ObjectNode json) {
        json.putObject("discount")
                .put("enabledForAccount", false)
                .put("enabledForSymbol", false)
                .put("discountAsset", "BNB")
                .put("discount", NO_RATE);
        return json;
    }
}
