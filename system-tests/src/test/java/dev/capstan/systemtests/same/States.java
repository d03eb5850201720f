package dev.capstan.systemtests.same;

import dev.capstan.systemtests.dsl.TradingAccount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The account's orders in one line each, by the venue's id: status, executed quantity, fills with their commissions. Written once from what a
 * client reads and once from what we answer, they have to be the same lines.
 */
final class States {

    private final TradingAccount account;

    States(TradingAccount account) {
        this.account = account;
    }

    /** As the client called {@code name} read them. */
    static Map<String, String> readBy(String name, JsonNode look) {
        JsonNode seen = look.path("seen").path(name);
        Map<String, Set<String>> fills = new TreeMap<>();
        seen.path("trades")
                .forEach(trade -> fills.computeIfAbsent(trade.path("orderId").asString(), any -> new TreeSet<>())
                        .add(fill(trade, "id", "qty", "price")));
        Map<String, String> lines = new TreeMap<>();
        seen.path("orders").forEach(order -> {
            String id = order.path("orderId").asString();
            lines.put(id, line(ourWord(order.path("status").asString()), order.path("executedQty"), fills.get(id)));
        });
        return lines;
    }

    /** What the stream of the client called {@code name} said last, without fills. */
    static Map<String, String> streamedTo(String name, JsonNode look) {
        Map<String, String> lines = new TreeMap<>();
        look.path("streams")
                .path(name)
                .properties()
                .forEach(each -> lines.put(
                        each.getKey(),
                        line(
                                ourWord(each.getValue().path("status").asString()),
                                each.getValue().path("executed"),
                                null)));
        return lines;
    }

    /** The same lines, as far as streams tell them. */
    static Map<String, String> withoutFills(Map<String, String> lines) {
        Map<String, String> all = new TreeMap<>();
        lines.forEach((id, line) -> all.put(id, line.replaceFirst(" \\[.*", "")));
        return all;
    }

    /** As we answer them, order by order. */
    Map<String, String> ours() {
        Map<String, String> lines = new TreeMap<>();
        for (JsonNode listed : account.orders()) {
            if (!listed.path("venueOrderId").isNull()) {
                JsonNode order = account.order(listed.path("orderId").asString());
                lines.put(
                        order.path("venueOrderId").asString(),
                        line(
                                order.path("status").asString(),
                                order.path("filledQuantity"),
                                fillsOf(order.path("orderId").asString())));
            }
        }
        return lines;
    }

    /** The venue's ids of the orders that we say somebody else placed. */
    Set<String> external() {
        Set<String> ids = new TreeSet<>();
        for (JsonNode order : account.orders()) {
            if (order.path("external").asBoolean()) {
                ids.add(order.path("venueOrderId").asString());
            }
        }
        return ids;
    }

    /** Where the last step of an order's timeline says something else than the order. */
    List<String> unlikeTheirTimelines() {
        List<String> unlike = new ArrayList<>();
        for (JsonNode order : account.orders()) {
            JsonNode last = null;
            for (JsonNode step : items(order, "timeline")) {
                last = step;
            }
            String said =
                    last == null ? "nothing" : line(last.path("status").asString(), last.path("filledQuantity"), null);
            String is = line(order.path("status").asString(), order.path("filledQuantity"), null);
            if (!said.equals(is)) {
                unlike.add(order.path("orderId").asString() + " is " + is + " and its timeline ends with " + said);
            }
        }
        return unlike;
    }

    private Set<String> fillsOf(String orderId) {
        Set<String> fills = new TreeSet<>();
        items("/api/orders/" + orderId + "/fills")
                .forEach(fill -> fills.add(fill(fill, "tradeId", "lastQuantity", "lastPrice")));
        return fills;
    }

    private Iterable<JsonNode> items(JsonNode order, String what) {
        return items("/api/orders/" + order.path("orderId").asString() + "/" + what);
    }

    private Iterable<JsonNode> items(String path) {
        return account.owner().api().get(path).expect(200).body().path("items");
    }

    private static String fill(JsonNode fill, String id, String quantity, String price) {
        return fill.path(id).asString() + ": " + plain(fill.path(quantity)) + "@" + plain(fill.path(price)) + " for "
                + plain(fill.path("commission")) + " "
                + fill.path("commissionAsset").asString();
    }

    private static String line(String status, JsonNode executed, @Nullable Set<String> fills) {
        return status + " " + plain(executed) + (fills == null || fills.isEmpty() ? "" : " " + fills);
    }

    /** Orders that wait, be it for another order, are on the book's side of our states. */
    private static String ourWord(String venueStatus) {
        return switch (venueStatus) {
            case "NEW", "PENDING_NEW" -> "ACCEPTED";
            default -> venueStatus;
        };
    }

    private static String plain(JsonNode number) {
        BigDecimal value = new BigDecimal(number.asString());
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
