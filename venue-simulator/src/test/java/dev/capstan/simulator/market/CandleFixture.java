package dev.capstan.simulator.market;

import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fixed.Decimal8;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Candles for tests: minutes from a round time on. */
public final class CandleFixture {

    public static final long MINUTE = 60_000;

    /** A time that begins an hour and a day. */
    public static final long START = 1_699_920_000_000L;

    private CandleFixture() {}

    /** A bitcoin listing with a tick of 0.01. */
    public static Listing listing() {
        return Listings.known("BTCUSDT", false);
    }

    /** A minute candle with prices in whole dollars and a volume of 10. */
    public static Candle candle(int minute, long open, long high, long low, long close) {
        Bar bar = new Bar(
                open * Decimal8.ONE, high * Decimal8.ONE, low * Decimal8.ONE, close * Decimal8.ONE, 10 * Decimal8.ONE);
        long openTime = START + minute * MINUTE;
        return new Candle(openTime, openTime + MINUTE - 1, bar, 1_000 * Decimal8.ONE, 60, 5 * Decimal8.ONE, 0);
    }

    public static CandleSeries series(Candle... candles) {
        return new FileCandles(MINUTE, List.of(candles));
    }

    /** A walk of {@code count} minutes around 20,000 dollars. */
    public static CandleSeries random(RandomGenerator random, int count) {
        List<Candle> candles = new ArrayList<>();
        for (int minute = 0; minute < count; minute++) {
            long open = random.nextLong(19_000, 21_000);
            long close = random.nextLong(19_000, 21_000);
            long high = Math.max(open, close) + random.nextLong(0, 200);
            long low = Math.min(open, close) - random.nextLong(0, 200);
            candles.add(candle(minute, open, high, low, close));
        }
        return new FileCandles(MINUTE, candles);
    }
}
