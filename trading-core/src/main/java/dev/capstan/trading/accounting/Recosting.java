package dev.capstan.trading.accounting;

import dev.capstan.contracts.value.Money;
import java.util.List;

/**
 * What a fill does to a position whose later fills may already be known.
 *
 * @param state the position right after the fill, at its place
 * @param laterStates the states after each later fill, computed anew; empty when the fill is the newest
 * @param realized what the fill itself realised, without the commission charged in the quote asset
 * @param correction by how much the later fills' realised profit changed because this one came before them
 */
public record Recosting(PositionState state, List<PositionState> laterStates, Money realized, Money correction) {

    public Recosting {
        laterStates = List.copyOf(laterStates);
    }

    /**
     * Inserts {@code fill} between what came before and what came after.
     *
     * @param before the position after the last fill that ranks before {@code fill}
     * @param later fills ranking after {@code fill}, in rank order
     * @param current the position as it is known now, after the last of {@code later}
     */
    public static Recosting insert(
            AverageCost costing,
            PositionState before,
            PositionFill fill,
            List<PositionFill> later,
            PositionState current) {
        PositionState state = costing.apply(before, fill);
        List<PositionState> laterStates = costing.applyAll(state, later);
        PositionState last = laterStates.isEmpty() ? state : laterStates.getLast();
        Money own = state.realizedPnl().minus(before.realizedPnl());
        Money whole = last.realizedPnl().minus(current.realizedPnl());
        Money quoteCommission = fill.commissionIn(costing.pair().quoteAsset());
        return new Recosting(state, laterStates, own.plus(quoteCommission), whole.minus(own));
    }

    /** The position after the last known fill. */
    public PositionState current() {
        return laterStates.isEmpty() ? state : laterStates.getLast();
    }
}
