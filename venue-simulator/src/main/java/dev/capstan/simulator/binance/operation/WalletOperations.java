package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.market.Listing;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What general clients ask beside trading before they start: which assets there are, what trading costs, and that there is no margin. */
final class WalletOperations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String RATE = "0.001";

    private final Exchange exchange;

    WalletOperations(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("GET /sapi/v1/capital/config/getall", "", Role.ACCOUNT, any -> 10, any -> assets()),
                new Endpoint("GET /sapi/v1/asset/tradeFee", "", Role.ACCOUNT, any -> 1, any -> fees()),
                new Endpoint("GET /sapi/v1/margin/allPairs", "", Role.PUBLIC, any -> 1, any -> NODES.arrayNode()),
                new Endpoint(
                        "GET /sapi/v1/margin/isolated/allPairs",
                        "",
                        Role.ACCOUNT,
                        any -> 10,
                        any -> NODES.arrayNode()));
    }

    private JsonNode assets() {
        Set<String> names = new TreeSet<>();
        for (Listing listing : exchange.listings()) {
            names.add(listing.baseAsset());
            names.add(listing.quoteAsset());
        }
        ArrayNode all = NODES.arrayNode();
        for (String name : names) {
            ObjectNode asset = all.addObject()
                    .put("coin", name)
                    .put("name", name)
                    .put("depositAllEnable", false)
                    .put("withdrawAllEnable", false)
                    .put("trading", true)
                    .put("isLegalMoney", false);
            asset.putArray("networkList");
        }
        return all;
    }

    private JsonNode fees() {
        ArrayNode all = NODES.arrayNode();
        exchange.listings()
                .forEach(listing -> all.addObject()
                        .put("symbol", listing.symbol())
                        .put("makerCommission", RATE)
                        .put("takerCommission", RATE));
        return all;
    }
}
