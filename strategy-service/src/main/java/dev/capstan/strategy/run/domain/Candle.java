package dev.capstan.strategy.run.domain;

import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A closed candle.
 *
 * @param openTime market time
 */
public record Candle(Instant openTime, Bar bar) {

    /**
     * Of a market's own numbers.
     *
     * @throws UnusableCandleException when eight places and 92 billion do not hold one of them, or they do not fit together
     */
    public static Candle of(Instant openTime, Price open, Price high, Price low, Price close, Quantity volume) {
        try {
            return new Candle(
                    openTime,
                    new Bar(
                            number("open", open.value()),
                            number("high", high.value()),
                            number("low", low.value()),
                            number("close", close.value()),
                            number("volume", volume.value())));
        } catch (IllegalArgumentException e) {
            throw new UnusableCandleException(openTime, String.valueOf(e.getMessage()));
        }
    }

    private static long number(String name, BigDecimal value) {
        try {
            return Decimal8.of(value);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    name + "=" + value.toPlainString() + ", expected at most 8 decimal places and 92 billion", e);
        }
    }
}
