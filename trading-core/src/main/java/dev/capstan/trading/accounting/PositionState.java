package dev.capstan.trading.accounting;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.PositionSide;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A position after some fills.
 *
 * <p>The whole cost is kept, not the average, so that nothing is lost when an average does not come out even.
 *
 * @param holding base asset held, net of commissions charged in it; negative when short
 * @param cost quote asset that the holding cost, with the holding's sign; zero when flat
 * @param realizedPnl quote asset gained, commissions in base and quote asset included
 */
public record PositionState(Money holding, Money cost, Money realizedPnl) {

    /** Before the first fill. */
    public static final PositionState FLAT = new PositionState(Money.ZERO, Money.ZERO, Money.ZERO);

    private static final int AVERAGE_SCALE = 18;

    public PositionState {
        int sign = holding.value().signum();
        if (cost.value().signum() * sign < 0 || (sign == 0 && !cost.isZero())) {
            throw new IllegalArgumentException(
                    "expected a cost with the holding's sign, got: " + cost + " for " + holding);
        }
    }

    public PositionSide side() {
        return switch (holding.value().signum()) {
            case 1 -> PositionSide.LONG;
            case -1 -> PositionSide.SHORT;
            default -> PositionSide.FLAT;
        };
    }

    public Quantity quantity() {
        return Quantity.of(holding.value().abs());
    }

    /** Average cost of a unit, HALF_EVEN at 18 digits; null when flat. */
    public @Nullable Price averagePrice() {
        return holding.isZero()
                ? null
                : Price.of(cost.value()
                        .divide(holding.value(), AVERAGE_SCALE, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros());
    }

    /** What closing the whole holding at {@code markPrice} would add to the realised profit, without commission. */
    public Money unrealizedPnl(Price markPrice) {
        return Money.rounded(markPrice.value().multiply(holding.value())).minus(cost);
    }
}
