package dev.capstan.simulator.flow;

import dev.capstan.simulator.market.Candle;
import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.Play;
import dev.capstan.simulator.market.Position;
import org.jspecify.annotations.Nullable;

/**
 * A generated market as it plays: the flow's book, the trades of the running minute, and what is intended next. Each minute begins with a
 * book of its own, so that it depends on nothing that was before.
 *
 * <p>Not safe for threads; the exchange guards it with its lock.
 */
public final class FlowWalk implements Play {

    /** How many minutes before now are played whatever they can do to anybody; older ones may be passed over. */
    private static final long PLAYED_ANYWAY = 10;

    /** Who lets the intents happen. */
    public interface Stage {

        /** Somebody of the flow wants something. */
        void perform(Intent intent);

        /**
         * A minute is over.
         *
         * @param own its candle where accounts traded in it; null where it is what the series says
         */
        void closed(long index, @Nullable Candle own);

        /** Whether what trades between {@code low} and {@code high} means nothing to anybody. */
        boolean isNobodysConcern(long low, long high);
    }

    private final Listing listing;
    private final GeneratedCandles series;
    private final FlowBook book = new FlowBook();
    private long index;
    private long within;
    private int beat;
    private FlowMinute minute;
    private Tally tally = new Tally();
    private boolean touched;
    private long price;

    /** Takes up the market at {@code elapsed} market milliseconds, with the book that the flow alone would have by then. */
    public FlowWalk(Listing listing, GeneratedCandles series, long elapsed) {
        this.listing = listing;
        this.series = series;
        this.index = series.firstPlayed() + elapsed / series.intervalMillis();
        this.minute = series.plan().minute(index);
        Arrivals alone = new Arrivals(book, new Alone(tally));
        minute.opening().forEach(alone::meet);
        this.within = elapsed % series.intervalMillis();
        while (beat < minute.beats() && minute.at(beat) <= within) {
            alone.meet(minute.intent(beat++));
        }
        this.price = tally.close();
    }

    @Override
    public Listing listing() {
        return listing;
    }

    @Override
    public GeneratedCandles series() {
        return series;
    }

    @Override
    public Position position() {
        return new Position(0, index, within, false);
    }

    /** The price of the last trade. */
    @Override
    public long price() {
        return price;
    }

    public FlowBook book() {
        return book;
    }

    /** The candle of the running minute so far. */
    public Candle running() {
        return tally.candle(series.openTimeAt(index), series.intervalMillis(), price);
    }

    /** Counts a trade of an account that happened earlier in the running minute, at a time nobody remembers. */
    public void recall(long tradePrice, long quantity, boolean buyerIsMaker) {
        tally.add(tradePrice, quantity, buyerIsMaker);
        touched = true;
    }

    /** Counts a trade. */
    public void traded(long tradePrice, long quantity, boolean buyerIsMaker) {
        tally.add(tradePrice, quantity, buyerIsMaker);
        price = tradePrice;
    }

    /** An account traded in the running minute: its candle is no longer the one that the flow alone would have made. */
    public void touch() {
        touched = true;
    }

    /** Lets {@code intent} happen with nobody else there. */
    public void performAlone(Intent intent) {
        new Arrivals(book, new Alone(tally)).meet(intent);
        price = tally.close() == 0 ? price : tally.close();
    }

    /** Goes on to {@code elapsed} market milliseconds; never goes back. */
    public void advance(long elapsed, Stage stage) {
        long target = series.firstPlayed() + elapsed / series.intervalMillis();
        while (index < target) {
            playUntil(series.intervalMillis(), stage);
            stage.closed(index, touched ? running() : null);
            next(target, stage);
        }
        if (index == target) {
            playUntil(elapsed % series.intervalMillis(), stage);
        }
    }

    private void next(long target, Stage stage) {
        index++;
        while (index < target - PLAYED_ANYWAY && isNobodysConcern(stage)) {
            stage.closed(index, null);
            index++;
        }
        minute = series.plan().minute(index);
        tally = new Tally();
        touched = false;
        within = 0;
        beat = 0;
        book.clear();
        minute.opening().forEach(stage::perform);
    }

    private boolean isNobodysConcern(Stage stage) {
        FlowMinute passed = series.plan().minute(index);
        return stage.isNobodysConcern(passed.lowest(), passed.highest());
    }

    private void playUntil(long until, Stage stage) {
        while (beat < minute.beats() && minute.at(beat) <= until) {
            within = Math.max(within, minute.at(beat));
            stage.perform(minute.intent(beat++));
        }
        within = Math.max(within, until);
    }
}
