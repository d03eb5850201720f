package dev.capstan.trading.fixed;

import java.math.BigInteger;
import java.math.RoundingMode;

/** Products of whole numbers that do not fit 64 bits on the way. */
public final class FixedPoint {

    private FixedPoint() {}

    /**
     * {@code a * b / divisor}, exact on the way and rounded once.
     *
     * @throws ArithmeticException when the result does not fit a {@code long}, or the divisor is zero
     */
    public static long multiplyDivide(long a, long b, long divisor, RoundingMode rounding) {
        long low = a * b;
        if (Math.multiplyHigh(a, b) == low >> 63) {
            return divide(low, divisor, rounding);
        }
        return wideMultiplyDivide(a, b, divisor, rounding);
    }

    private static long divide(long dividend, long divisor, RoundingMode rounding) {
        long quotient = Math.divideExact(dividend, divisor);
        if (quotient * divisor == dividend) {
            return quotient;
        }
        return rounded(BigInteger.valueOf(dividend), BigInteger.valueOf(divisor), rounding);
    }

    private static long wideMultiplyDivide(long a, long b, long divisor, RoundingMode rounding) {
        return rounded(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), BigInteger.valueOf(divisor), rounding);
    }

    private static long rounded(BigInteger dividend, BigInteger divisor, RoundingMode rounding) {
        return new java.math.BigDecimal(dividend)
                .divide(new java.math.BigDecimal(divisor), 0, rounding)
                .longValueExact();
    }
}
