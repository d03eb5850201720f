package dev.capstan.simulator.binance.protocol;

import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.trading.fixed.Decimal8;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Trades that everybody sees, in the venue's forms. */
public final class TapeJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TapeJson() {}

    public static ObjectNode trade(MarketTrade trade, Times times) {
        return NODES.objectNode()
                .put("id", trade.id())
                .put("price", Decimal8.text(trade.price()))
                .put("qty", Decimal8.text(trade.quantity()))
                .put("quoteQty", Decimal8.text(Decimal8.amount(trade.price(), trade.quantity())))
                .put("time", times.of(trade.at()))
                .put("isBuyerMaker", trade.buyerIsMaker())
                .put("isBestMatch", true);
    }

    /** What one order took at one price, which here is always one trade: its number is the aggregate's too. */
    public static ObjectNode aggregate(MarketTrade trade, Times times) {
        return aggregate(NODES.objectNode(), trade, times);
    }

    public static ObjectNode tradeEvent(MarketTrade trade, long atMicros, Times times) {
        return event("trade", trade, atMicros, times)
                .put("t", trade.id())
                .put("p", Decimal8.text(trade.price()))
                .put("q", Decimal8.text(trade.quantity()))
                .put("T", times.of(trade.at()))
                .put("m", trade.buyerIsMaker())
                .put("M", true);
    }

    public static ObjectNode aggregateEvent(MarketTrade trade, long atMicros, Times times) {
        return aggregate(event("aggTrade", trade, atMicros, times), trade, times);
    }

    private static ObjectNode event(String name, MarketTrade trade, long atMicros, Times times) {
        return NODES.objectNode().put("e", name).put("E", times.of(atMicros)).put("s", trade.symbol());
    }

    private static ObjectNode aggregate(ObjectNode json, MarketTrade trade, Times times) {
        return json.put("a", trade.id())
                .put("p", Decimal8.text(trade.price()))
                .put("q", Decimal8.text(trade.quantity()))
                .put("f", trade.id())
                .put("l", trade.id())
                .put("T", times.of(trade.at()))
                .put("m", trade.buyerIsMaker())
                .put("M", true);
    }
}
