package dev.capstan.trading.fill;

import dev.capstan.trading.fixed.FixedPoint;
import java.math.RoundingMode;

/** Share of what a fill receives that the venue keeps, in millionths: 1,000 is 0.1 %. */
public record CommissionRate(long millionths) {

    private static final long WHOLE = 1_000_000;

    public CommissionRate {
        if (millionths < 0 || millionths >= WHOLE) {
            throw new IllegalArgumentException("expected a rate of 0 to 999,999 millionths, got: " + millionths);
        }
    }

    /**
     * The commission on {@code received}, in the same asset and scale, rounded up: base asset on a buy, quote asset on a sell.
     */
    public long on(long received) {
        return FixedPoint.multiplyDivide(received, millionths, WHOLE, RoundingMode.CEILING);
    }
}
