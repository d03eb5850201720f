package dev.capstan.portfolio.ledger.domain;

import dev.capstan.trading.accounting.AverageCost;
import dev.capstan.trading.accounting.FillRank;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.PositionState;
import dev.capstan.trading.accounting.Recosting;
import java.util.ArrayList;
import java.util.List;

/** The fills of a key from some place on, in rank order. New ones are put at their place, and those behind them costed anew. */
public final class FillSequence {

    private final PositionState before;
    private final List<PlacedFill> placed;

    /** @param before the position after the last fill that ranks before all of {@code placed} and all that will be inserted */
    public FillSequence(PositionState before, List<PlacedFill> placed) {
        this.before = before;
        this.placed = new ArrayList<>(placed);
    }

    public List<PlacedFill> placed() {
        return List.copyOf(placed);
    }

    /**
     * Puts {@code fill} at its place.
     *
     * @param current the position as it is known now, after the newest fill
     * @throws IllegalArgumentException when a sum grows beyond what a position can be
     */
    public Recosting insert(AverageCost costing, PositionFill fill, PositionState current) {
        int place = placeOf(fill.rank());
        List<PlacedFill> behind = placed.subList(place, placed.size());
        List<PositionFill> later = behind.stream().map(PlacedFill::fill).toList();
        PositionState prior = later.isEmpty() ? current : stateBefore(place);
        Recosting recosting = Recosting.insert(costing, prior, fill, later, current);
        behind.clear();
        placed.add(new PlacedFill(fill, recosting.state()));
        for (int index = 0; index < later.size(); index++) {
            placed.add(new PlacedFill(later.get(index), recosting.laterStates().get(index)));
        }
        return recosting;
    }

    private PositionState stateBefore(int place) {
        return place == 0 ? before : placed.get(place - 1).state();
    }

    /** From the back, because most fills come in the order of their ranks. */
    private int placeOf(FillRank rank) {
        int place = placed.size();
        while (place > 0 && placed.get(place - 1).fill().rank().compareTo(rank) > 0) {
            place--;
        }
        return place;
    }
}
