package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Side;
import java.math.BigDecimal;

/**
 * How far from its market a venue lets a limit price be.
 *
 * @param averageMinutes the market is the average price over so many minutes; the last price when 0
 */
public record PriceBands(Band buy, Band sell, int averageMinutes) {

    public Band of(Side side) {
        return side == Side.BUY ? buy : sell;
    }

    /** Multiples of the market between which a price must lie; a zero bounds nothing. */
    public record Band(BigDecimal lowest, BigDecimal highest) {

        public boolean holds(Price price, Price market) {
            BigDecimal value = price.value();
            boolean tooLow = value.compareTo(market.value().multiply(lowest)) < 0;
            boolean tooHigh =
                    highest.signum() > 0 && value.compareTo(market.value().multiply(highest)) > 0;
            return !tooLow && !tooHigh;
        }
    }
}
