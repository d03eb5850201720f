package dev.capstan.trading.accounting;

import static dev.capstan.trading.accounting.PositionFillFixture.BTC;
import static dev.capstan.trading.accounting.PositionFillFixture.PAIR;
import static dev.capstan.trading.accounting.PositionFillFixture.USDT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;

class AccountingPropertyTest {

    private final AverageCost costing = new AverageCost(PAIR);
    private final long seed = new Random().nextLong();
    private final List<PositionFill> fills = PositionFillFixture.random(new SplittableRandom(seed), 60);

    @RepeatedTest(50)
    void sumOfFillsIsThePosition() {
        Money base = Money.ZERO;
        for (PositionFill fill : fills) {
            Money bought = Money.of(fill.lastQuantity().value());
            base = base.plus(fill.side() == Side.BUY ? bought : bought.negated())
                    .minus(fill.commissionIn(BTC));
        }

        assertThat(sorted(fills).holding()).as("seed %d", seed).isEqualTo(base);
    }

    @RepeatedTest(50)
    void moneyThatFlowedIsProfitMinusCost() {
        Money flowed = Money.ZERO;
        for (PositionFill fill : fills) {
            Money paid = fill.notional();
            flowed = flowed.plus(fill.side() == Side.SELL ? paid : paid.negated())
                    .minus(fill.commissionIn(USDT));
        }
        PositionState state = sorted(fills);

        assertThat(state.realizedPnl().minus(state.cost())).as("seed %d", seed).isEqualTo(flowed);
    }

    @RepeatedTest(50)
    void anyArrivalOrderEndsInTheSortedState() {
        List<PositionFill> shuffled = new ArrayList<>(fills);
        Collections.shuffle(shuffled, new Random(seed));
        TreeMap<FillRank, PositionFill> known = new TreeMap<>();
        TreeMap<FillRank, PositionState> states = new TreeMap<>();
        Money realizedByEntries = Money.ZERO;
        for (PositionFill fill : shuffled) {
            Recosting recosting = insert(known, states, fill);
            realizedByEntries = realizedByEntries.plus(recosting.realized()).plus(recosting.correction());
            realizedByEntries = realizedByEntries.minus(fill.commissionIn(USDT));
        }

        assertThat(states.lastEntry().getValue()).as("seed %d", seed).isEqualTo(sorted(fills));
        assertThat(realizedByEntries)
                .as("seed %d: entries and corrections add up to the profit", seed)
                .isEqualTo(sorted(fills).realizedPnl());
    }

    @RepeatedTest(10)
    void theNewestFillNeedsNoCorrection() {
        PositionState before = sorted(fills.subList(0, fills.size() - 1));
        Recosting recosting = Recosting.insert(costing, before, fills.getLast(), List.of(), before);

        assertThat(recosting.correction()).as("seed %d", seed).isEqualTo(Money.ZERO);
        assertThat(recosting.current()).as("seed %d", seed).isEqualTo(sorted(fills));
    }

    private Recosting insert(
            NavigableMap<FillRank, PositionFill> known,
            NavigableMap<FillRank, PositionState> states,
            PositionFill fill) {
        PositionState current =
                states.isEmpty() ? PositionState.FLAT : states.lastEntry().getValue();
        var earlier = states.lowerEntry(fill.rank());
        PositionState before = earlier == null ? PositionState.FLAT : earlier.getValue();
        List<PositionFill> later = List.copyOf(known.tailMap(fill.rank(), false).values());
        Recosting recosting = Recosting.insert(costing, before, fill, later, current);
        known.put(fill.rank(), fill);
        states.put(fill.rank(), recosting.state());
        for (int i = 0; i < later.size(); i++) {
            states.put(later.get(i).rank(), recosting.laterStates().get(i));
        }
        return recosting;
    }

    private PositionState sorted(List<PositionFill> some) {
        return costing.applyAll(PositionState.FLAT, some).getLast();
    }
}
