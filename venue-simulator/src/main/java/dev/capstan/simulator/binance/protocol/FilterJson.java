package dev.capstan.simulator.binance.protocol;

import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.VenueWide;
import dev.capstan.trading.fixed.Decimal8;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The filters as they are published; those listed are the ones enforced.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/filters">the venue's rules</a>
 */
public final class FilterJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String MULTIPLIER_UP = String.valueOf(Listing.PRICE_MULTIPLIER);
    private static final String MULTIPLIER_DOWN = "0.2";

    private FilterJson() {}

    /** Those of an instrument. */
    public static ArrayNode of(Listing listing) {
        return NODES.arrayNode()
                .add(filter("PRICE_FILTER")
                        .put("minPrice", Decimal8.text(listing.tick()))
                        .put("maxPrice", Decimal8.text(Listing.MAX_PRICE))
                        .put("tickSize", Decimal8.text(listing.tick())))
                .add(lotSize("LOT_SIZE", listing, Listing.MAX_QUANTITY))
                .add(lotSize("MARKET_LOT_SIZE", listing, Listing.MAX_MARKET_QUANTITY))
                .add(listing.olderFilters() ? percentPrice() : percentPriceBySide())
                .add(listing.olderFilters() ? minNotional(listing) : notional(listing))
                .add(filter("MAX_POSITION").put("maxPosition", Decimal8.text(Listing.MAX_POSITION)))
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

    /** Those across all instruments. */
    public static ArrayNode ofVenue() {
        return NODES.arrayNode()
                .add(filter("EXCHANGE_MAX_NUM_ORDERS").put("maxNumOrders", VenueWide.MAX_OPEN_ORDERS))
                .add(filter("EXCHANGE_MAX_NUM_ALGO_ORDERS").put("maxNumAlgoOrders", VenueWide.MAX_ALGO_ORDERS))
                .add(filter("EXCHANGE_MAX_NUM_ICEBERG_ORDERS").put("maxNumIcebergOrders", VenueWide.MAX_ICEBERG_ORDERS))
                .add(filter("EXCHANGE_MAX_NUM_ORDER_LISTS").put("maxNumOrderLists", VenueWide.MAX_ORDER_LISTS));
    }

    /** Those of the two assets that {@code listing} trades. */
    public static ArrayNode ofAssets(Listing listing) {
        ArrayNode filters = NODES.arrayNode();
        for (String asset : new TreeSet<>(Set.of(listing.baseAsset(), listing.quoteAsset()))) {
            if (VenueWide.limits(asset)) {
                filters.add(
                        filter("MAX_ASSET").put("asset", asset).put("limit", Decimal8.text(VenueWide.maxOf(asset))));
            }
        }
        return filters;
    }

    private static ObjectNode percentPrice() {
        return filter("PERCENT_PRICE")
                .put("multiplierUp", MULTIPLIER_UP)
                .put("multiplierDown", MULTIPLIER_DOWN)
                .put("avgPriceMins", 0);
    }

    private static ObjectNode percentPriceBySide() {
        return filter("PERCENT_PRICE_BY_SIDE")
                .put("bidMultiplierUp", MULTIPLIER_UP)
                .put("bidMultiplierDown", MULTIPLIER_DOWN)
                .put("askMultiplierUp", MULTIPLIER_UP)
                .put("askMultiplierDown", MULTIPLIER_DOWN)
                .put("avgPriceMins", 0);
    }

    private static ObjectNode minNotional(Listing listing) {
        return filter("MIN_NOTIONAL")
                .put("minNotional", Decimal8.text(listing.minNotional()))
                .put("applyToMarket", true)
                .put("avgPriceMins", 0);
    }

    private static ObjectNode notional(Listing listing) {
        return filter("NOTIONAL")
                .put("minNotional", Decimal8.text(listing.minNotional()))
                .put("applyMinToMarket", true)
                .put("maxNotional", Decimal8.text(Listing.MAX_NOTIONAL))
                .put("applyMaxToMarket", true)
                .put("avgPriceMins", 0);
    }

    private static ObjectNode lotSize(String name, Listing listing, long most) {
        return filter(name)
                .put("minQty", Decimal8.text(listing.step()))
                .put("maxQty", Decimal8.text(most))
                .put("stepSize", Decimal8.text(listing.step()));
    }

    private static ObjectNode filter(String name) {
        return NODES.objectNode().put("filterType", name);
    }
}
