package dev.capstan.marketdata.candle.domain;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;

/**
 * A closed candle, without the series it belongs to.
 *
 * @param openTime market time of its first instant
 * @param volume in the base asset
 * @param quoteVolume in the quote asset; 0 also means "not published", as do the three that follow
 * @param tradeCount number of market trades
 * @param takerBuyVolume what of the volume was bought by takers
 * @param takerBuyQuoteVolume what of the quote volume was spent by takers
 */
public record Candle(
        Instant openTime,
        Price openPrice,
        Price highPrice,
        Price lowPrice,
        Price closePrice,
        Quantity volume,
        Money quoteVolume,
        long tradeCount,
        Quantity takerBuyVolume,
        Money takerBuyQuoteVolume) {

    public Candle {
        require(!lowPrice.isZero(), "prices above zero, got a low of 0");
        require(lowPrice.compareTo(openPrice) <= 0, "a low not above the open", lowPrice, openPrice);
        require(lowPrice.compareTo(closePrice) <= 0, "a low not above the close", lowPrice, closePrice);
        require(highPrice.compareTo(openPrice) >= 0, "a high not below the open", highPrice, openPrice);
        require(highPrice.compareTo(closePrice) >= 0, "a high not below the close", highPrice, closePrice);
        require(tradeCount >= 0, "a trade count of zero or more, got: " + tradeCount);
        require(quoteVolume.value().signum() >= 0, "a quote volume of zero or more, got: " + quoteVolume);
        require(
                takerBuyQuoteVolume.value().signum() >= 0,
                "a taker buy quote volume of zero or more, got: " + takerBuyQuoteVolume);
    }

    private static void require(boolean ok, String expected) {
        if (!ok) {
            throw new IllegalArgumentException("expected " + expected);
        }
    }

    private static void require(boolean ok, String expected, Price got, Price other) {
        if (!ok) {
            throw new IllegalArgumentException("expected " + expected + ", got: " + got + " and " + other);
        }
    }

    /** This candle and the later {@code next} as one that opens at {@code opens}. */
    Candle plus(Candle next, Instant opens) {
        return new Candle(
                opens,
                openPrice,
                highPrice.compareTo(next.highPrice) >= 0 ? highPrice : next.highPrice,
                lowPrice.compareTo(next.lowPrice) <= 0 ? lowPrice : next.lowPrice,
                next.closePrice,
                volume.plus(next.volume),
                quoteVolume.plus(next.quoteVolume),
                tradeCount + next.tradeCount,
                takerBuyVolume.plus(next.takerBuyVolume),
                takerBuyQuoteVolume.plus(next.takerBuyQuoteVolume));
    }

    /** This candle with another open time. */
    Candle opening(Instant opens) {
        return new Candle(
                opens,
                openPrice,
                highPrice,
                lowPrice,
                closePrice,
                volume,
                quoteVolume,
                tradeCount,
                takerBuyVolume,
                takerBuyQuoteVolume);
    }

    /** This candle with sums as short as they can be written: what is added keeps the places of all its parts. */
    Candle trimmed() {
        return new Candle(
                openTime,
                openPrice,
                highPrice,
                lowPrice,
                closePrice,
                Quantity.of(volume.value().stripTrailingZeros()),
                Money.of(quoteVolume.value().stripTrailingZeros()),
                tradeCount,
                Quantity.of(takerBuyVolume.value().stripTrailingZeros()),
                Money.of(takerBuyQuoteVolume.value().stripTrailingZeros()));
    }
}
