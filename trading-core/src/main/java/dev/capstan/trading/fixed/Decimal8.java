package dev.capstan.trading.fixed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decimals of eight places kept as whole numbers: 1.5 is 150,000,000. No venue of ours prices or counts finer, so one scale serves prices,
 * quantities and amounts alike, and whatever is computed here is computed with the same rounding live, on paper and on history. The
 * largest number is 92 billion.
 */
public final class Decimal8 {

    /** One, in hundred-millionths. */
    public static final long ONE = 100_000_000L;

    /** Digits after the point. */
    public static final int SCALE = 8;

    private static final long HALF = ONE / 2;

    /** A product of two numbers with more leading zeros than these has 62 bits at most. */
    private static final int SPARE_BITS = 65;

    /** A price below 90 million and a quantity below 687: the product of neither its whole nor its fraction has more than 63 bits. */
    private static final int PRICE_BITS = 53;

    private static final int QUANTITY_BITS = 36;

    private static final Pattern FORM = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE, SCALE);

    private Decimal8() {}

    /** Reads plain notation; empty when {@code text} is no such number or too large. Digits past the eighth are an error of precision. */
    public static Optional<BigDecimal> plain(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text);
        return value.compareTo(LARGEST) > 0 ? Optional.empty() : Optional.of(value);
    }

    /** Whether eight places hold {@code value} exactly. */
    public static boolean fits(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= SCALE;
    }

    /** {@code value} in hundred-millionths. */
    public static long of(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** {@code text} in hundred-millionths, for constants and files whose form is known. */
    public static long parse(String text) {
        return plain(text)
                .filter(Decimal8::fits)
                .map(Decimal8::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a decimal with at most 8 places in plain notation, got: " + text));
    }

    /** As a decimal of eight places. */
    public static BigDecimal decimal(long value) {
        return BigDecimal.valueOf(value, SCALE);
    }

    /** All eight places, like venues write them: {@code 0.00100000}. */
    public static String text(long value) {
        String digits = Long.toString(Math.abs(value));
        if (digits.length() <= SCALE) {
            digits = "0".repeat(SCALE + 1 - digits.length()) + digits;
        }
        int point = digits.length() - SCALE;
        return (value < 0 ? "-" : "") + digits.substring(0, point) + "." + digits.substring(point);
    }

    /** The quote amount of {@code quantity} at {@code price}, rounded half-even where eight places do not hold it. */
    public static long amount(long price, long quantity) {
        if (Long.numberOfLeadingZeros(price) + Long.numberOfLeadingZeros(quantity) > SPARE_BITS) {
            return halfEven(0, price * quantity);
        }
        if (((price >>> PRICE_BITS) | (quantity >>> QUANTITY_BITS)) == 0) {
            long whole = price / ONE;
            return halfEven(whole * quantity, (price - whole * ONE) * quantity);
        }
        return FixedPoint.multiplyDivide(price, quantity, ONE, RoundingMode.HALF_EVEN);
    }

    /** {@code whole} and as many hundred-millionths as {@code parts}, which are not below zero: half of one goes up, then ties are made even. */
    private static long halfEven(long whole, long parts) {
        long quotient = (parts + HALF) / ONE;
        boolean isTie = quotient * ONE == parts + HALF;
        return isTie ? (whole + quotient) & ~1L : whole + quotient;
    }

    /** The quantity that {@code amount} is worth at {@code price}, rounded down; the largest number there is when it is more. */
    public static long quantity(long amount, long price) {
        boolean fits = 2 * Math.multiplyHigh(amount, ONE) + ((amount * ONE) >>> 63) < price;
        return fits ? FixedPoint.multiplyDivide(amount, ONE, price, RoundingMode.DOWN) : Long.MAX_VALUE;
    }

    /** Whether {@code quantity} at {@code price} is worth more than {@code amount}; safe for any numbers. */
    public static boolean isWorthMore(long price, long quantity, long amount) {
        long high = Math.multiplyHigh(price, quantity);
        long limit = Math.multiplyHigh(amount, ONE);
        return high == limit ? Long.compareUnsigned(price * quantity, amount * ONE) > 0 : high > limit;
    }

    /** As {@link #amount}, rounded up: what has to be set aside. */
    public static long amountAtMost(long price, long quantity) {
        return FixedPoint.multiplyDivide(price, quantity, ONE, RoundingMode.CEILING);
    }
}
