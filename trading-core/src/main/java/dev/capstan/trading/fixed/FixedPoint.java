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
        boolean fits = Math.multiplyHigh(a, b) == low >> 63;
        if (fits && divisor > 0) {
            long quotient = low / divisor;
            long sign = (low >> 63) | 1;
            return quotient + sign * away(quotient, low - quotient * divisor, divisor, sign, rounding);
        }
        return a > 0 && b > 0 && divisor > 0 ? wide(a, b, divisor, rounding) : exact(a, b, divisor, rounding);
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
        return Math.addExact(quotient, away(quotient, low - quotient * divisor, divisor, 1, rounding));
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

    /**
     * How far a result goes away from zero: 1 or 0. What is left of a division is as good as random, so nothing branches on it: half of
     * the guesses of a processor would be wrong, and each would cost more than the division.
     *
     * @param divisor above zero
     * @param sign of the result, 1 or -1
     */
    private static long away(long quotient, long remainder, long divisor, long sign, RoundingMode rounding) {
        long rest = Math.abs(remainder);
        long missing = divisor - rest;
        return switch (rounding) {
            case DOWN -> 0;
            case UP -> isNegative(-rest);
            case FLOOR -> isNegative(-rest & sign);
            case CEILING -> isNegative(-rest & -sign);
            case HALF_UP -> isNegative(missing - rest - 1);
            case HALF_DOWN -> isNegative(missing - rest);
            case HALF_EVEN -> isNegative(missing - rest - (quotient & 1));
            case UNNECESSARY -> none(remainder);
        };
    }

    /** 1 when {@code value} is below zero, else 0. */
    private static long isNegative(long value) {
        return value >>> 63;
    }

    private static long none(long remainder) {
        if (remainder != 0) {
            throw new ArithmeticException("Rounding necessary");
        }
        return 0;
    }

    private static long exact(long a, long b, long divisor, RoundingMode rounding) {
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        return new BigDecimal(product)
                .divide(BigDecimal.valueOf(divisor), 0, rounding)
                .longValueExact();
    }
}
