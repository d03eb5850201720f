package dev.capstan.simulator.binance.protocol;

import dev.capstan.simulator.exchange.book.Depth;
import dev.capstan.simulator.exchange.book.MarketView;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.market.Candle;
import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How an instrument traded lately, in the venue's forms. */
public final class TickerJson {

    /** Minutes of the average price. */
    public static final int AVERAGE_MINUTES = 5;

    private static final long MINUTE = 60_000L;
    private static final long DAY = 86_400_000L;
    private static final int PERCENT_PLACES = 3;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TickerJson() {}

    /** The whole answer about the last 24 hours. */
    public static ObjectNode day(MarketView view, Depth depth, Optional<MarketTrade> lastTrade, Times times) {
        Candle day = view.klines().lately(DAY);
        ObjectNode json = NODES.objectNode()
                .put("symbol", depth.symbol())
                .put("priceChange", Decimal8.text(view.price() - day.bar().open()))
                .put("priceChangePercent", percent(day, view.price()))
                .put("weightedAvgPrice", Decimal8.text(average(day, view.price())))
                .put("prevClosePrice", Decimal8.text(day.bar().open()))
                .put("lastPrice", Decimal8.text(view.price()))
                .put(
                        "lastQty",
                        Decimal8.text(lastTrade.map(MarketTrade::quantity).orElse(0L)));
        level(json, "bidPrice", "bidQty", depth.bestBid());
        level(json, "askPrice", "askQty", depth.bestAsk());
        return window(json, day, times);
    }

    /** The short answer about the last 24 hours. */
    public static ObjectNode shortDay(MarketView view, Times times) {
        Candle day = view.klines().lately(DAY);
        ObjectNode json =
                NODES.objectNode().put("symbol", view.listing().symbol()).put("lastPrice", Decimal8.text(view.price()));
        return window(json, day, times);
    }

    private static ObjectNode window(ObjectNode json, Candle day, Times times) {
        return json.put("openPrice", Decimal8.text(day.bar().open()))
                .put("highPrice", Decimal8.text(day.bar().high()))
                .put("lowPrice", Decimal8.text(day.bar().low()))
                .put("volume", Decimal8.text(day.bar().volume()))
                .put("quoteVolume", Decimal8.text(day.quoteVolume()))
                .put("openTime", times.ofMillis(day.openTime()))
                .put("closeTime", times.ofMillis(day.closeTime()))
                .put("firstId", -1)
                .put("lastId", -1)
                .put("count", day.count());
    }

    /** The whole event about the last 24 hours. */
    public static ObjectNode dayEvent(
            MarketView view, Depth depth, Optional<MarketTrade> lastTrade, long atMicros, Times times) {
        Candle day = view.klines().lately(DAY);
        ObjectNode json = NODES.objectNode()
                .put("e", "24hrTicker")
                .put("E", times.of(atMicros))
                .put("s", depth.symbol())
                .put("p", Decimal8.text(view.price() - day.bar().open()))
                .put("P", percent(day, view.price()))
                .put("w", Decimal8.text(average(day, view.price())))
                .put("x", Decimal8.text(day.bar().open()))
                .put("c", Decimal8.text(view.price()))
                .put("Q", Decimal8.text(lastTrade.map(MarketTrade::quantity).orElse(0L)));
        level(json, "b", "B", depth.bestBid());
        level(json, "a", "A", depth.bestAsk());
        return prices(json, day)
                .put("O", times.ofMillis(day.openTime()))
                .put("C", times.ofMillis(day.closeTime()))
                .put("F", -1)
                .put("L", -1)
                .put("n", day.count());
    }

    /** The short event about the last 24 hours. */
    public static ObjectNode shortDayEvent(MarketView view, long atMicros, Times times) {
        ObjectNode json = NODES.objectNode()
                .put("e", "24hrMiniTicker")
                .put("E", times.of(atMicros))
                .put("s", view.listing().symbol())
                .put("c", Decimal8.text(view.price()));
        return prices(json, view.klines().lately(DAY));
    }

    private static ObjectNode prices(ObjectNode json, Candle day) {
        return json.put("o", Decimal8.text(day.bar().open()))
                .put("h", Decimal8.text(day.bar().high()))
                .put("l", Decimal8.text(day.bar().low()))
                .put("v", Decimal8.text(day.bar().volume()))
                .put("q", Decimal8.text(day.quoteVolume()));
    }

    /** The average price of the last minutes. */
    public static ObjectNode average(MarketView view, Times times) {
        Candle minutes = view.klines().lately(AVERAGE_MINUTES * MINUTE);
        return NODES.objectNode()
                .put("mins", AVERAGE_MINUTES)
                .put("price", Decimal8.text(average(minutes, view.price())))
                .put("closeTime", times.ofMillis(minutes.closeTime()));
    }

    /** The average price of the last minutes, as a stream sends it. */
    public static ObjectNode averageEvent(MarketView view, long atMicros, Times times) {
        Candle minutes = view.klines().lately(AVERAGE_MINUTES * MINUTE);
        return NODES.objectNode()
                .put("e", "avgPrice")
                .put("E", times.of(atMicros))
                .put("s", view.listing().symbol())
                .put("i", AVERAGE_MINUTES + "m")
                .put("w", Decimal8.text(average(minutes, view.price())))
                .put("T", times.ofMillis(minutes.closeTime()));
    }

    private static long average(Candle candle, long otherwise) {
        long volume = candle.bar().volume();
        return volume == 0 ? otherwise : Decimal8.quantity(candle.quoteVolume(), volume);
    }

    private static String percent(Candle day, long last) {
        BigDecimal change = BigDecimal.valueOf(last - day.bar().open()).movePointRight(2);
        return change.divide(BigDecimal.valueOf(day.bar().open()), PERCENT_PLACES, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static void level(ObjectNode json, String price, String quantity, Optional<Map.Entry<Long, Long>> level) {
        json.put(price, Decimal8.text(level.map(Map.Entry::getKey).orElse(0L)))
                .put(quantity, Decimal8.text(level.map(Map.Entry::getValue).orElse(0L)));
    }
}
