package dev.capstan.trading.accounting;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The average-cost rule: buying more mixes costs, selling takes out its share of the cost and realises the rest.
 *
 * <p>Every amount is rounded once, HALF_EVEN at 18 digits, and the remainder stays with the counterpart, so that after any number of
 * fills {@code realizedPnl - cost} is exactly the quote asset that flowed in.
 */
public record AverageCost(TradedPair pair) {

    private static final int SCALE = 18;

    /** The position after {@code fill}, which must not rank before any fill already in {@code before}. */
    public PositionState apply(PositionState before, PositionFill fill) {
        Money commissionInBase = fill.commissionIn(pair.baseAsset());
        Money commissionValue = fill.lastPrice().times(Quantity.of(commissionInBase.value()));
        Money change = fill.signed(Money.of(fill.lastQuantity().value())).minus(commissionInBase);
        Money changeValue = fill.signed(fill.notional()).minus(commissionValue);
        Money expense = commissionValue.plus(fill.commissionIn(pair.quoteAsset()));
        return afterChange(before, change, changeValue, expense);
    }

    /** The states after each of {@code fills}, which are in rank order. */
    public List<PositionState> applyAll(PositionState before, List<PositionFill> fills) {
        List<PositionState> states = new ArrayList<>(fills.size());
        PositionState state = before;
        for (PositionFill fill : fills) {
            state = apply(state, fill);
            states.add(state);
        }
        return states;
    }

    private static PositionState afterChange(PositionState before, Money change, Money value, Money expense) {
        Money holding = before.holding().plus(change);
        int direction = before.holding().value().signum();
        if (direction * change.value().signum() >= 0) {
            return new PositionState(
                    holding, before.cost().plus(value), before.realizedPnl().minus(expense));
        }
        boolean crosses = direction * holding.value().signum() < 0;
        Money closingValue = crosses ? share(value, before.holding(), change) : value;
        Money releasedCost = direction * holding.value().signum() > 0
                ? share(before.cost(), change, before.holding())
                : before.cost();
        Money remainingCost = before.cost().minus(releasedCost).plus(value).minus(closingValue);
        Money gain = closingValue.plus(releasedCost).negated();
        return new PositionState(
                holding, remainingCost, before.realizedPnl().plus(gain).minus(expense));
    }

    /** {@code total * part / whole}, regardless of the signs of part and whole. */
    private static Money share(Money total, Money part, Money whole) {
        BigDecimal exact =
                total.value().multiply(part.value().abs()).divide(whole.value().abs(), SCALE, RoundingMode.HALF_EVEN);
        return Money.of(exact);
    }
}
