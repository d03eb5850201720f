package dev.capstan.simulator.binance.protocol;

import dev.capstan.simulator.exchange.order.OrderType;
import dev.capstan.simulator.market.Decimal8;
import dev.capstan.simulator.market.Listing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An instrument as {@code exchangeInfo} shows it; the filters listed are the ones enforced. */
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
        json.set("filters", filters(listing));
        json.putArray("permissions");
        json.putArray("permissionSets").addArray().add("SPOT");
        json.put("defaultSelfTradePreventionMode", OrderJson.SELF_TRADE_PREVENTION);
        json.putArray("allowedSelfTradePreventionModes").add(OrderJson.SELF_TRADE_PREVENTION);
        return json;
    }

    private static ArrayNode filters(Listing listing) {
        return NODES.arrayNode()
                .add(filter("PRICE_FILTER")
                        .put("minPrice", Decimal8.text(listing.tick()))
                        .put("maxPrice", Decimal8.text(Listing.MAX_PRICE))
                        .put("tickSize", Decimal8.text(listing.tick())))
                .add(lotSize("LOT_SIZE", listing))
                .add(lotSize("MARKET_LOT_SIZE", listing))
                .add(filter("PERCENT_PRICE_BY_SIDE")
                        .put("bidMultiplierUp", String.valueOf(Listing.PRICE_MULTIPLIER))
                        .put("bidMultiplierDown", "0.2")
                        .put("askMultiplierUp", String.valueOf(Listing.PRICE_MULTIPLIER))
                        .put("askMultiplierDown", "0.2")
                        .put("avgPriceMins", 0))
                .add(filter("NOTIONAL")
                        .put("minNotional", Decimal8.text(listing.minNotional()))
                        .put("applyMinToMarket", true)
                        .put("maxNotional", Decimal8.text(Listing.MAX_NOTIONAL))
                        .put("applyMaxToMarket", true)
                        .put("avgPriceMins", 0))
                .add(filter("ICEBERG_PARTS").put("limit", Listing.MAX_ICEBERG_PARTS))
                .add(filter("TRAILING_DELTA")
                        .put("minTrailingAboveDelta", Listing.LEAST_TRAILING_DELTA)
                        .put("maxTrailingAboveDelta", Listing.MOST_TRAILING_DELTA)
                        .put("minTrailingBelowDelta", Listing.LEAST_TRAILING_DELTA)
                        .put("maxTrailingBelowDelta", Listing.MOST_TRAILING_DELTA))
                .add(filter("MAX_NUM_ORDERS").put("maxNumOrders", Listing.MAX_OPEN_ORDERS))
                .add(filter("MAX_NUM_ALGO_ORDERS").put("maxNumAlgoOrders", Listing.MAX_ALGO_ORDERS))
                .add(filter("MAX_NUM_ICEBERG_ORDERS").put("maxNumIcebergOrders", Listing.MAX_ICEBERG_ORDERS))
                .add(filter("MAX_NUM_ORDER_LISTS").put("maxNumOrderLists", Listing.MAX_ORDER_LISTS))
                .add(filter("MAX_NUM_ORDER_AMENDS").put("maxNumOrderAmends", Listing.MAX_AMENDMENTS));
    }

    private static ObjectNode lotSize(String name, Listing listing) {
        return filter(name)
                .put("minQty", Decimal8.text(listing.step()))
                .put("maxQty", Decimal8.text(Listing.MAX_QUANTITY))
                .put("stepSize", Decimal8.text(listing.step()));
    }

    private static ObjectNode filter(String name) {
        return NODES.objectNode().put("filterType", name);
    }
}
