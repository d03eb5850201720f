package dev.capstan.marketdata.intake;

import dev.capstan.marketdata.binance.Kline;
import dev.capstan.marketdata.candle.domain.Arrival;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.Instant;

/** What a venue tells of a candle, in our form. */
public final class VenueCandles {

    private VenueCandles() {}

    /**
     * The candle as it comes in.
     *
     * @throws IllegalArgumentException when it is none, e.g. with a high below its low
     */
    public static Arrival of(Kline kline, String marketEpoch, Instant receivedAt) {
        SeriesKey key = new SeriesKey(kline.instrumentId(), Timeframe.parse(kline.timeframe()), marketEpoch);
        Candle candle = new Candle(
                kline.openTime(),
                kline.openPrice(),
                kline.highPrice(),
                kline.lowPrice(),
                kline.closePrice(),
                kline.volume(),
                kline.quoteVolume(),
                kline.tradeCount(),
                kline.takerBuyVolume(),
                kline.takerBuyQuoteVolume());
        return new Arrival(key, candle, receivedAt);
    }
}
