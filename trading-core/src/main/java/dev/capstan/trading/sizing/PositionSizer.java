package dev.capstan.trading.sizing;

import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.fixed.FixedPoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * {@code quantity = balance * risk / |entry - stop|}, rounded down to the lot: when the stop is hit, the position has lost {@code risk} of
 * the balance, commissions and slippage aside.
 *
 * @param step the lot, {@link Decimal8} like all that follows
 * @param minQuantity the smallest order
 */
public record PositionSizer(long step, long minQuantity) {

    /** More than this is refused for every account. */
    public static final int MAX_LEVERAGE = 50;

    private static final BigInteger MOST_LEVERAGE = BigInteger.valueOf(MAX_LEVERAGE);
    private static final long WHOLE = 1_000_000;

    public PositionSizer {
        if (step <= 0 || minQuantity < 0) {
            throw new IllegalArgumentException(
                    "expected a step above zero and a least quantity, got: " + step + " and " + minQuantity);
        }
    }

    /**
     * The quantity of a long position.
     *
     * @param balance what the account has, in the quote asset
     * @param riskMillionths the share of it to lose at most: 10,000 is 1 %
     * @param entry where it is bought, roughly
     * @param stop where it is given up
     */
    public Sizing size(long balance, long riskMillionths, long entry, long stop) {
        if (riskMillionths <= 0 || riskMillionths > WHOLE || entry <= 0) {
            throw new IllegalArgumentException(
                    "expected a risk of 1 to 1,000,000 millionths and an entry above zero, got: " + riskMillionths
                            + " and " + Decimal8.text(entry));
        }
        if (stop == entry) {
            return refused(SizingRefusal.STOP_EQUALS_ENTRY, "entry", entry, "stop", stop);
        }
        if (stop > entry) {
            return refused(SizingRefusal.STOP_BEYOND_ENTRY, "entry", entry, "stop", stop);
        }
        long risk = FixedPoint.multiplyDivide(balance, riskMillionths, WHOLE, RoundingMode.DOWN);
        long exact = Decimal8.quantity(risk, Math.subtractExact(entry, stop));
        long quantity = exact - exact % step;
        if (quantity <= 0 || quantity < minQuantity) {
            return refused(SizingRefusal.QUANTITY_BELOW_MINIMUM, "quantity", quantity, "minimum", minQuantity);
        }
        boolean isCut = exact == Long.MAX_VALUE;
        return !isCut && !Decimal8.isWorthMore(entry, quantity, balance)
                ? new Sizing.Sized(quantity, 1)
                : leveraged(balance, entry, quantity, isCut);
    }

    /** What an account could never pay for must be refused, not lost in an overflow; this is rare enough for unbounded numbers. */
    private static Sizing leveraged(long balance, long entry, long quantity, boolean isCut) {
        BigInteger notional = BigInteger.valueOf(entry).multiply(BigInteger.valueOf(quantity));
        BigInteger whole = BigInteger.valueOf(balance).multiply(BigInteger.valueOf(Decimal8.ONE));
        BigInteger leverage = notional.add(whole).subtract(BigInteger.ONE).divide(whole);
        if (leverage.compareTo(MOST_LEVERAGE) > 0) {
            return new Sizing.Refused(
                    SizingRefusal.LEVERAGE_ABOVE_MAXIMUM,
                    "notional=" + quoteAmount(notional) + " balance=" + Decimal8.text(balance));
        }
        if (isCut) {
            return refused(SizingRefusal.QUANTITY_ABOVE_MAXIMUM, "entry", entry, "maximum", quantity);
        }
        return new Sizing.Sized(quantity, leverage.intValueExact());
    }

    private static String quoteAmount(BigInteger product) {
        return new BigDecimal(product, 2 * Decimal8.SCALE)
                .setScale(Decimal8.SCALE, RoundingMode.CEILING)
                .toPlainString();
    }

    private static Sizing refused(SizingRefusal reason, String one, long oneValue, String other, long otherValue) {
        return new Sizing.Refused(
                reason, one + "=" + Decimal8.text(oneValue) + " " + other + "=" + Decimal8.text(otherValue));
    }
}
