package dev.capstan.systemtests.dsl;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** An account of ours and the venue account it trades on. */
public record TradingAccount(Person owner, String accountId, String apiKey, String secretKey) {

    private static final Set<String> ENDS = Set.of("FILLED", "CANCELED", "EXPIRED", "REJECTED", "DENIED");

    /** Whether nothing more happens to the order. */
    public static boolean isOver(JsonNode order) {
        return ENDS.contains(order.path("status").asString());
    }

    /** A market order, with a key of its own; placed again while risk gives no answer. */
    public Answer buys(String instrumentId, String quantity) {
        return places(market("BUY", instrumentId, quantity));
    }

    public Answer sells(String instrumentId, String quantity) {
        return places(market("SELL", instrumentId, quantity));
    }

    public Map<String, String> market(String side, String instrumentId, String quantity) {
        return OrderDesk.market(accountId, side, instrumentId, quantity);
    }

    public Map<String, String> limit(String side, String instrumentId, String quantity, String limitPrice) {
        Map<String, String> order = market(side, instrumentId, quantity);
        order.put("orderType", "LIMIT");
        order.put("limitPrice", limitPrice);
        return order;
    }

    /** Places it, again while risk gives no answer. */
    public Answer places(Map<String, String> order) {
        return desk().places(order);
    }

    /** Places it, whatever the answer. */
    public Answer placesOnce(Map<String, String> order) {
        return desk().once(order);
    }

    /** Places an order that reaches the venue; see {@link OrderDesk}. */
    public Answer sends(Map<String, String> order) {
        return desk().sends(order);
    }

    private OrderDesk desk() {
        return new OrderDesk(owner.api());
    }

    public JsonNode order(String orderId) {
        return desk().order(orderId);
    }

    /** Waits until the order is in one of these states, and gives it. */
    public JsonNode awaitOrder(String orderId, Duration limit, String... states) {
        List<String> wanted = List.of(states);
        return await("order " + orderId + " in " + wanted)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(
                        () -> order(orderId),
                        order -> wanted.contains(order.path("status").asString()));
    }

    /** The whole history, all pages. */
    public List<JsonNode> orders() {
        return pages("/api/orders?limit=200&accountId=" + accountId);
    }

    public List<JsonNode> positions() {
        return pages("/api/positions?accountId=" + accountId);
    }

    /** Balance per asset as our ledger has it. */
    public Map<String, BigDecimal> balances() {
        Map<String, BigDecimal> byAsset = new TreeMap<>();
        pages("/api/balances?accountId=" + accountId)
                .forEach(item -> byAsset.put(
                        item.path("asset").asString(),
                        new BigDecimal(item.path("balance").asString())));
        return byAsset;
    }

    public JsonNode awaitPosition(String instrumentId, Duration limit, Predicate<JsonNode> holds) {
        return await("position in " + instrumentId)
                .atMost(limit)
                .ignoreExceptions()
                .until(
                        () -> positions().stream()
                                .filter(position -> instrumentId.equals(
                                        position.path("instrumentId").asString()))
                                .findFirst()
                                .orElseThrow(),
                        holds);
    }

    private List<JsonNode> pages(String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = owner.api()
                    .get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200)
                    .body();
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return all;
    }
}
