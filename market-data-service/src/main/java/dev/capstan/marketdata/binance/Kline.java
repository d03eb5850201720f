package dev.capstan.marketdata.binance;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;

/**
 * A candle as the venue tells it, in a stream or in a list.
 *
 * @param timeframe the venue's spelling, e.g. {@code 1m}
 */
public record Kline(
        InstrumentId instrumentId,
        String timeframe,
        Instant openTime,
        Price openPrice,
        Price highPrice,
        Price lowPrice,
        Price closePrice,
        Quantity volume,
        Money quoteVolume,
        long tradeCount,
        Quantity takerBuyVolume,
        Money takerBuyQuoteVolume) {}
