package dev.capstan.trading.run;

import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.fixed.FixedPoint;
import dev.capstan.trading.sizing.Sizing;
import dev.capstan.trading.sizing.SizingRefusal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a venue asks of an order's numbers; all in {@link Decimal8}.
 *
 * @param tick smallest step of a price
 * @param step smallest step of a quantity
 * @param minQuantity smallest order in the base asset
 * @param maxQuantity largest market order in the base asset
 * @param minNotional smallest order in the quote asset
 */
public record InstrumentRules(long tick, long step, long minQuantity, long maxQuantity, long minNotional) {

    private static final double LARGEST = 4e18;

    public InstrumentRules {
        if (tick <= 0 || step <= 0 || minQuantity < 0 || maxQuantity < minQuantity || minNotional < 0) {
            throw new IllegalArgumentException("expected tick and step above zero, a least and a most quantity, and a"
                    + " least notional, got: tick " + tick + ", step " + step + ", quantity " + minQuantity + " to "
                    + maxQuantity + ", notional " + minNotional);
        }
    }

    /** Whether a market order for {@code quantity} would be taken while {@code price} plays. */
    public boolean allows(long quantity, long price) {
        return allowsQuantity(quantity) && (minNotional == 0 || Decimal8.amount(price, quantity) >= minNotional);
    }

    /**
     * Why a market order would not be taken while {@code price} plays; null when it would.
     *
     * @param quantity no more than can be ordered at once
     */
    Sizing.@Nullable Refused refusal(long quantity, long price) {
        if (!allowsQuantity(quantity)) {
            return refused(SizingRefusal.QUANTITY_BELOW_MINIMUM, "quantity", quantity, Math.max(step, minQuantity));
        }
        if (minNotional == 0) {
            return null;
        }
        long notional = Decimal8.amount(price, quantity);
        return notional >= minNotional
                ? null
                : refused(SizingRefusal.NOTIONAL_BELOW_MINIMUM, "notional", notional, minNotional);
    }

    private static Sizing.Refused refused(SizingRefusal reason, String name, long value, long minimum) {
        return new Sizing.Refused(reason, name + "=" + Decimal8.text(value) + " minimum=" + Decimal8.text(minimum));
    }

    /** The same where {@code amount}, what {@code quantity} is worth, is known. */
    public boolean allowsAmount(long quantity, long amount) {
        return allowsQuantity(quantity) && amount >= minNotional;
    }

    private boolean allowsQuantity(long quantity) {
        return quantity >= Math.max(step, minQuantity) && quantity <= maxQuantity;
    }

    /** As much of {@code quantity} as can be ordered at once. */
    public long orderable(long quantity) {
        long most = Math.min(quantity, maxQuantity);
        return most < step ? 0 : most - most % step;
    }

    /**
     * {@code price}, in the instrument's units, as a price one can order, rounded to the tick. It is taken at eight places
     * first, so that 100 * 1.1 is 110 and not a tick more.
     */
    public long toTick(double price, RoundingMode rounding) {
        double whole = Math.rint(price * Decimal8.ONE);
        if (!(Math.abs(whole) < LARGEST)) {
            throw new ArithmeticException("expected a price, got: " + price);
        }
        return Math.multiplyExact(FixedPoint.multiplyDivide((long) whole, 1, tick, rounding), tick);
    }
}
