package dev.capstan.marketdata.candle.domain;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;

/** Candles of which a test names only what matters to it. */
public final class CandleFixture {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private CandleFixture() {}

    /** A one-minute candle {@code minute} minutes after {@link #START} with the prices {@code open, high, low, close}. */
    public static Candle minute(int minute, String... prices) {
        return new Candle(
                START.plusSeconds(60L * minute),
                Price.parse(prices[0]),
                Price.parse(prices[1]),
                Price.parse(prices[2]),
                Price.parse(prices[3]),
                Quantity.parse("1.5"),
                Money.parse("150"),
                7,
                Quantity.parse("0.5"),
                Money.parse("50"));
    }

    /** One that never moved. */
    public static Candle minute(int minute) {
        return minute(minute, "100", "100", "100", "100");
    }
}
