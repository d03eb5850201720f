package dev.capstan.simulator.binance.protocol;

import dev.capstan.simulator.market.Candle;
import dev.capstan.trading.fixed.Decimal8;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Candles in the venue's two forms. */
public final class KlineJson {

    private KlineJson() {}

    /** The twelve values of a row. */
    public static ArrayNode row(Candle candle, Times times) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(times.ofMillis(candle.openTime()))
                .add(Decimal8.text(candle.bar().open()))
                .add(Decimal8.text(candle.bar().high()))
                .add(Decimal8.text(candle.bar().low()))
                .add(Decimal8.text(candle.bar().close()))
                .add(Decimal8.text(candle.bar().volume()))
                .add(closeTime(candle, times))
                .add(Decimal8.text(candle.quoteVolume()))
                .add(candle.count())
                .add(Decimal8.text(candle.takerVolume()))
                .add(Decimal8.text(candle.takerQuoteVolume()))
                .add("0");
    }

    /** The inner object of a stream message. */
    public static ObjectNode event(String symbol, String interval, Candle candle, boolean closed, Times times) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("t", times.ofMillis(candle.openTime()))
                .put("T", closeTime(candle, times))
                .put("s", symbol)
                .put("i", interval)
                .put("f", -1)
                .put("L", -1)
                .put("o", Decimal8.text(candle.bar().open()))
                .put("c", Decimal8.text(candle.bar().close()))
                .put("h", Decimal8.text(candle.bar().high()))
                .put("l", Decimal8.text(candle.bar().low()))
                .put("v", Decimal8.text(candle.bar().volume()))
                .put("n", candle.count())
                .put("x", closed)
                .put("q", Decimal8.text(candle.quoteVolume()))
                .put("V", Decimal8.text(candle.takerVolume()))
                .put("Q", Decimal8.text(candle.takerQuoteVolume()))
                .put("B", "0");
    }

    private static long closeTime(Candle candle, Times times) {
        return times == Times.MICROSECOND ? (candle.closeTime() + 1) * 1_000L - 1 : candle.closeTime();
    }
}
