package dev.capstan.simulator.flow;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.market.Listing;
import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fill.BarPath;
import java.util.ArrayList;
import java.util.List;

/** What the flow intends in one minute: the quotes it opens with, then one thing at each beat. */
final class FlowMinute {

    /** Of a hundred beats: so many take, so many take something back, and the others quote. */
    private static final int TAKES = 25;

    private static final int WITHDRAWS = 8;
    private static final int HUNDRED = 100;

    /** How far from the price people quote, in parts of this of it; at least a tick. */
    private static final long PARTS = 200_000L;

    private final FlowPlan plan;
    private final long index;
    private final BarPath path;
    private final long usual;

    FlowMinute(FlowPlan plan, long index) {
        Bar bar = plan.course().at(index).bar();
        this.plan = plan;
        this.index = index;
        this.path = BarPath.of(bar, plan.listing().tick());
        // About half of the volume is taken on purpose; the other half trades where quotes cross.
        this.usual = 2 * bar.volume() / plan.beats();
    }

    int beats() {
        return plan.beats();
    }

    /** When beat {@code beat} is, in milliseconds since the minute began. */
    long at(int beat) {
        return beat * plan.course().intervalMillis() / plan.beats();
    }

    /** The quotes the minute begins with; none crosses another. */
    List<Intent> opening() {
        Dice dice = new Dice(plan.seed(), index * (plan.beats() + 1L) + plan.beats());
        List<Intent> quotes = new ArrayList<>();
        for (int place = 0; place < FlowSide.PLACES; place++) {
            quotes.add(quote(Side.BUY, place, path.open(), dice));
            quotes.add(quote(Side.SELL, place, path.open(), dice));
        }
        return quotes;
    }

    /** What is done at {@code beat}. The first takes, so that every minute has a trade. */
    Intent intent(int beat) {
        Dice dice = new Dice(plan.seed(), index * (plan.beats() + 1L) + beat);
        Side side = dice.below(2) == 0 ? Side.BUY : Side.SELL;
        long kind = beat == 0 ? 0 : dice.below(HUNDRED);
        if (kind < TAKES) {
            return new Intent.Take(side, lots(usual, dice));
        }
        // Near the price people change their minds more often.
        int place = (int) Math.min(dice.below(FlowSide.PLACES), dice.below(FlowSide.PLACES));
        return kind < TAKES + WITHDRAWS
                ? new Intent.Withdraw(side, place)
                : quote(side, place, path.priceAt(at(beat), plan.course().intervalMillis()), dice);
    }

    /** No quote of this minute is below. */
    long lowest() {
        return farthest(Side.BUY, Math.min(path.nearer(), path.other()));
    }

    /** No quote of this minute is above. */
    long highest() {
        return farthest(Side.SELL, Math.max(path.nearer(), path.other()));
    }

    private long farthest(Side side, long fair) {
        long most = distance(fair, 2L * FlowSide.PLACES + FlowSide.PLACES * FlowSide.PLACES / 8);
        return side == Side.BUY ? fair - most : fair + most;
    }

    private long distance(long fair, long parts) {
        long tick = plan.listing().tick();
        return Math.max(1, fair / PARTS * parts / tick) * tick;
    }

    private Intent quote(Side side, int place, long fair, Dice dice) {
        long distance = distance(fair, 1 + place + place * place / 8 + dice.below(place + 1L));
        long price = side == Side.BUY ? Math.max(plan.listing().tick(), fair - distance) : fair + distance;
        // Who quotes offers more than most who take ask for, so that a single one seldom empties a side.
        return new Intent.Quote(side, place, price, lots(2 * usual, dice));
    }

    /** From a fifth of the average to nearly the double. */
    private long lots(long average, Dice dice) {
        Listing listing = plan.listing();
        long quantity = average / HUNDRED * (20 + dice.below(160));
        return Math.max(listing.step(), quantity - quantity % listing.step());
    }
}
