package dev.capstan.simulator.binance.protocol;

import dev.capstan.simulator.exchange.book.Depth;
import dev.capstan.trading.fixed.Decimal8;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Books in the venue's forms. */
public final class DepthJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DepthJson() {}

    /** The best {@code levels} of each side. */
    public static ObjectNode snapshot(Depth depth, int levels) {
        ObjectNode json = NODES.objectNode().put("lastUpdateId", depth.updateId());
        json.set("bids", best(depth.bids(), levels));
        json.set("asks", best(depth.asks(), levels));
        return json;
    }

    /**
     * What changed since {@code before} in any of the states {@code after}, the last of which is the book now; a level that is gone has
     * quantity 0. A level that changed and changed back is told too: somebody may have asked for the book in between.
     */
    public static ObjectNode difference(Depth before, List<Depth> after, long atMicros, Times times) {
        Depth now = after.getLast();
        ObjectNode json = NODES.objectNode()
                .put("e", "depthUpdate")
                .put("E", times.of(atMicros))
                .put("s", now.symbol())
                .put("U", before.updateId() + 1)
                .put("u", now.updateId());
        json.set("b", changed(before, after, Depth::bids));
        json.set("a", changed(before, after, Depth::asks));
        return json;
    }

    /** The best level of each side, as a stream sends it. */
    public static ObjectNode topEvent(Depth depth) {
        ObjectNode json = NODES.objectNode().put("u", depth.updateId()).put("s", depth.symbol());
        level(json, "b", "B", depth.bestBid());
        level(json, "a", "A", depth.bestAsk());
        return json;
    }

    /** The best level of each side, as a query shows it. */
    public static ObjectNode top(Depth depth) {
        ObjectNode json = NODES.objectNode().put("symbol", depth.symbol());
        level(json, "bidPrice", "bidQty", depth.bestBid());
        level(json, "askPrice", "askQty", depth.bestAsk());
        return json;
    }

    private static void level(ObjectNode json, String price, String quantity, Optional<Map.Entry<Long, Long>> level) {
        json.put(price, Decimal8.text(level.map(Map.Entry::getKey).orElse(0L)))
                .put(quantity, Decimal8.text(level.map(Map.Entry::getValue).orElse(0L)));
    }

    private static ArrayNode best(Map<Long, Long> side, int levels) {
        ArrayNode all = NODES.arrayNode();
        side.entrySet().stream().limit(levels).forEach(level -> add(all, level.getKey(), level.getValue()));
        return all;
    }

    private static ArrayNode changed(Depth before, List<Depth> after, Function<Depth, Map<Long, Long>> side) {
        TreeSet<Long> touched = new TreeSet<>();
        Map<Long, Long> last = side.apply(before);
        for (Depth depth : after) {
            Map<Long, Long> next = side.apply(depth);
            addChanged(last, next, touched);
            last = next;
        }
        ArrayNode all = NODES.arrayNode();
        for (long price : touched) {
            add(all, price, last.getOrDefault(price, 0L));
        }
        return all;
    }

    private static void addChanged(Map<Long, Long> before, Map<Long, Long> after, Set<Long> touched) {
        before.forEach((price, quantity) -> {
            if (!quantity.equals(after.get(price))) {
                touched.add(price);
            }
        });
        after.keySet().stream().filter(price -> !before.containsKey(price)).forEach(touched::add);
    }

    private static void add(ArrayNode all, long price, long quantity) {
        all.addArray().add(Decimal8.text(price)).add(Decimal8.text(quantity));
    }
}
