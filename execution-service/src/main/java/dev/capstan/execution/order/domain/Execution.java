package dev.capstan.execution.order.domain;

import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What of an order is executed.
 *
 * @param filledQuantity sum over the fills that we booked
 * @param cumulativeQuote sum of price times quantity over them
 * @param venueExecuted the most that the venue ever said; more than {@code filledQuantity} while fills are missing
 */
public record Execution(Quantity filledQuantity, Money cumulativeQuote, Quantity venueExecuted) {

    public static final Execution NONE = new Execution(Quantity.ZERO, Money.ZERO, Quantity.ZERO);

    private static final int AVERAGE_SCALE = 18;

    Execution plus(FillDetails fill) {
        Quantity filled = filledQuantity.plus(fill.lastQuantity());
        return new Execution(
                filled, cumulativeQuote.plus(fill.lastPrice().times(fill.lastQuantity())), max(filled, venueExecuted));
    }

    Execution venueSays(Quantity executed) {
        return new Execution(filledQuantity, cumulativeQuote, max(executed, venueExecuted));
    }

    /** Whether the venue executed more than we have booked. */
    public boolean lacksFills() {
        return venueExecuted.isGreaterThan(filledQuantity);
    }

    /** Quote per base over all fills; null while nothing filled. */
    public @Nullable Price averagePrice() {
        if (filledQuantity.isZero()) {
            return null;
        }
        return Price.of(Plain.of(
                cumulativeQuote.value().divide(filledQuantity.value(), AVERAGE_SCALE, RoundingMode.HALF_EVEN)));
    }

    private static Quantity max(Quantity one, Quantity other) {
        return one.isGreaterThan(other) ? one : other;
    }
}
