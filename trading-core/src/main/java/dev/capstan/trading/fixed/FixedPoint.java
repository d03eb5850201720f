package dev.capstan.trading.fixed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Products of whole numbers that do not fit 64 bits on the way. */
public final class FixedPoint {

    private static final long LOW_HALF = 0xffff_ffffL;
    private static final int HALF = 32;

    private FixedPoint() {}

    /**
     * {@code a * b / divisor}, exact on the way and rounded once.
     *
     * @throws ArithmeticException when the result does not fit a {@code long}, or the divisor is zero
     */
    public static long multiplyDivide(long a, long b, long divisor, RoundingMode rounding) {
        long low = a * b;
        if (Math.multiplyHigh(a, b) == low >> 63) {
            long quotient = Math.divideExact(low, divisor);
            return rounded(quotient, low - quotient * divisor, divisor, (low ^ divisor) < 0, rounding);
        }
        if (a > 0 && b > 0 && divisor > 0) {
            return wide(a, b, divisor, rounding);
        }
        return exact(a, b, divisor, rounding);
    }

    /** Of numbers above zero whose product has more than 63 bits. */
    private static long wide(long a, long b, long divisor, RoundingMode rounding) {
        long high = Math.multiplyHigh(a, b);
        if (high >= divisor) {
            throw new ArithmeticException("long overflow");
        }
        long low = a * b;
        long quotient = quotient(high, low, divisor);
        if (quotient < 0) {
            throw new ArithmeticException("long overflow");
        }
        return rounded(quotient, low - quotient * divisor, divisor, false, rounding);
    }

    /**
     * The 128 bits {@code high:low} by {@code divisor}, as the hand divides: by 32-bit digits, each guessed from the leading ones and
     * corrected (D. Knuth, The Art of Computer Programming 2, algorithm D). {@code high} is less than {@code divisor}, which is above
     * zero.
     */
    private static long quotient(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long normal = divisor << shift;
        long lead = normal >>> HALF;
        long next = normal & LOW_HALF;
        long top = shift == 0 ? high : (high << shift) | (low >>> (Long.SIZE - shift));
        long rest = low << shift;
        long first = digit(top, rest >>> HALF, lead, next);
        long middle = (top << HALF) + (rest >>> HALF) - first * normal;
        long second = digit(middle, rest & LOW_HALF, lead, next);
        return (first << HALF) + second;
    }

    private static long digit(long upper, long following, long lead, long next) {
        long guess = Long.divideUnsigned(upper, lead);
        long remainder = upper - guess * lead;
        while (guess > LOW_HALF || Long.compareUnsigned(guess * next, (remainder << HALF) + following) > 0) {
            guess--;
            remainder += lead;
            if (remainder > LOW_HALF) {
                break;
            }
        }
        return guess;
    }

    private static long rounded(
            long quotient, long remainder, long divisor, boolean isNegative, RoundingMode rounding) {
        if (remainder == 0 || !isAway(quotient, remainder, divisor, isNegative, rounding)) {
            return quotient;
        }
        return isNegative ? Math.subtractExact(quotient, 1) : Math.addExact(quotient, 1);
    }

    /** Whether a result that is not whole goes to the next whole number away from zero. */
    private static boolean isAway(
            long quotient, long remainder, long divisor, boolean isNegative, RoundingMode rounding) {
        return switch (rounding) {
            case DOWN -> false;
            case UP -> true;
            case FLOOR -> isNegative;
            case CEILING -> !isNegative;
            case HALF_UP -> half(remainder, divisor) >= 0;
            case HALF_DOWN -> half(remainder, divisor) > 0;
            case HALF_EVEN -> half(remainder, divisor) > ((quotient & 1) == 0 ? 0 : -1);
            case UNNECESSARY -> throw new ArithmeticException("Rounding necessary");
        };
    }

    /** How the remainder compares with half of the divisor. */
    private static int half(long remainder, long divisor) {
        long rest = Math.abs(remainder);
        long missing = Math.abs(divisor) - rest;
        return Long.compareUnsigned(rest, missing);
    }

    private static long exact(long a, long b, long divisor, RoundingMode rounding) {
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        return new BigDecimal(product)
                .divide(BigDecimal.valueOf(divisor), 0, rounding)
                .longValueExact();
    }
}
