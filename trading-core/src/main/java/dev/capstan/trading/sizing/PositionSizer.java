package dev.capstan.trading.sizing;

import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.fixed.FixedPoint;
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
        if (stop == entry) {
            return refused(SizingRefusal.STOP_EQUALS_ENTRY, "entry", entry, "stop", stop);
        }
        if (stop > entry) {
            return refused(SizingRefusal.STOP_BEYOND_ENTRY, "entry", entry, "stop", stop);
        }
        long risk = FixedPoint.multiplyDivide(balance, riskMillionths, WHOLE, RoundingMode.DOWN);
        long exact = FixedPoint.multiplyDivide(risk, Decimal8.ONE, entry - stop, RoundingMode.DOWN);
        long quantity = exact - exact % step;
        if (quantity <= 0 || quantity < minQuantity) {
            return refused(SizingRefusal.QUANTITY_BELOW_MINIMUM, "quantity", quantity, "minimum", minQuantity);
        }
        return leveraged(balance, entry, quantity);
    }

    private static Sizing leveraged(long balance, long entry, long quantity) {
        long notional = FixedPoint.multiplyDivide(entry, quantity, Decimal8.ONE, RoundingMode.CEILING);
        long leverage = Math.ceilDiv(notional, balance);
        if (leverage > MAX_LEVERAGE) {
            return refused(SizingRefusal.LEVERAGE_ABOVE_MAXIMUM, "notional", notional, "balance", balance);
        }
        return new Sizing.Sized(quantity, (int) leverage);
    }

    private static Sizing refused(SizingRefusal reason, String one, long oneValue, String other, long otherValue) {
        return new Sizing.Refused(
                reason, one + "=" + Decimal8.text(oneValue) + " " + other + "=" + Decimal8.text(otherValue));
    }
}
