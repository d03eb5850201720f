package dev.capstan.marketdata.candle.adapter.web;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.Instant;

/** A candle as the API answers it, under the names of {@code CandleEvent}. */
record CandleView(
        Instant openTime,
        Instant closeTime,
        Price openPrice,
        Price highPrice,
        Price lowPrice,
        Price closePrice,
        Quantity volume,
        Money quoteVolume,
        long tradeCount,
        Quantity takerBuyVolume,
        Money takerBuyQuoteVolume) {

    static CandleView of(Candle candle, Timeframe timeframe) {
        return new CandleView(
                candle.openTime(),
                timeframe.closeTime(candle.openTime()),
                candle.openPrice(),
                candle.highPrice(),
                candle.lowPrice(),
                candle.closePrice(),
                candle.volume(),
                candle.quoteVolume(),
                candle.tradeCount(),
                candle.takerBuyVolume(),
                candle.takerBuyQuoteVolume());
    }
}
