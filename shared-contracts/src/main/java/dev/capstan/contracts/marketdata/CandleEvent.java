package dev.capstan.contracts.marketdata;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;

/**
 * A closed candle, on {@code market-data.candle.events.v1}, key = instrument id.
 *
 * @param timeframe the venue's spelling, e.g. {@code 1m}
 * @param openTime market time of the first instant
 * @param closeTime market time of the last millisecond
 * @param tradeCount number of market trades, 0 when not published
 */
public record CandleEvent(
        InstrumentId instrumentId,
        String marketEpoch,
        String timeframe,
        Instant openTime,
        Instant closeTime,
        Price openPrice,
        Price highPrice,
        Price lowPrice,
        Price closePrice,
        Quantity volume,
        long tradeCount,
        Instant receivedAt) {}
