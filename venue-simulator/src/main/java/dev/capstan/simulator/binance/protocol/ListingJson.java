package dev.capstan.simulator.binance.protocol;

import dev.capstan.simulator.exchange.order.OrderType;
import dev.capstan.simulator.market.Listing;
import dev.capstan.trading.fixed.Decimal8;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An instrument as {@code exchangeInfo} shows it. */
public final class ListingJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ListingJson() {}

    public static ObjectNode of(Listing listing) {
        ObjectNode json = NODES.objectNode()
                .put("symbol", listing.symbol())
                .put("status", "TRADING")
                .put("baseAsset", listing.baseAsset())
                .put("baseAssetPrecision", Decimal8.SCALE)
                .put("quoteAsset", listing.quoteAsset())
                .put("quotePrecision", Decimal8.SCALE)
                .put("quoteAssetPrecision", Decimal8.SCALE)
                .put("baseCommissionPrecision", Decimal8.SCALE)
                .put("quoteCommissionPrecision", Decimal8.SCALE);
        ArrayNode types = json.putArray("orderTypes");
        for (OrderType type : OrderType.values()) {
            types.add(type.name());
        }
        json.put("icebergAllowed", true)
                .put("ocoAllowed", true)
                .put("otoAllowed", true)
                .put("opoAllowed", false)
                .put("quoteOrderQtyMarketAllowed", true)
                .put("allowTrailingStop", true)
                .put("cancelReplaceAllowed", true)
                .put("amendAllowed", true)
                .put("pegInstructionsAllowed", false);
        json.put("isSpotTradingAllowed", true).put("isMarginTradingAllowed", false);
        json.set("filters", FilterJson.of(listing));
        json.putArray("permissions");
        json.putArray("permissionSets").addArray().add("SPOT");
        json.put("defaultSelfTradePreventionMode", OrderJson.SELF_TRADE_PREVENTION);
        json.putArray("allowedSelfTradePreventionModes").add(OrderJson.SELF_TRADE_PREVENTION);
        return json;
    }
}
