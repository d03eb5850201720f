package dev.capstan.marketdata.intake;

import static dev.capstan.marketdata.candle.domain.CandleFixture.minute;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.marketdata.binance.Kline;
import dev.capstan.marketdata.binance.Klines;
import dev.capstan.marketdata.candle.domain.Candle;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A venue whose candles a test names; the last one is running. */
final class ScriptedVenue implements Klines {

    private int[] minutes = {};
    private int calls;

    void has(int... all) {
        minutes = all.clone();
    }

    int calls() {
        return calls;
    }

    @Override
    public List<Kline> read(InstrumentId instrumentId, String timeframe, Instant from) {
        calls++;
        return Arrays.stream(minutes)
                .mapToObj(each -> kline(instrumentId, timeframe, minute(each)))
                .filter(kline -> !kline.openTime().isBefore(from))
                .limit(MOST)
                .toList();
    }

    @Override
    public Optional<Kline> latest(InstrumentId instrumentId, String timeframe) {
        calls++;
        return Arrays.stream(minutes)
                .mapToObj(each -> kline(instrumentId, timeframe, minute(each)))
                .reduce((_, last) -> last);
    }

    private static Kline kline(InstrumentId instrumentId, String timeframe, Candle candle) {
        return new Kline(
                instrumentId,
                timeframe,
                candle.openTime(),
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
