package dev.capstan.trading.strategy.builtin;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.indicator.Sma;
import dev.capstan.trading.strategy.SignalColumn;

/**
 * How far a fast average is above a slow one. Means are not compared but sums of whole numbers, each times the other's period: nothing is
 * divided, so nothing is rounded, and a tie is a tie and nothing else is.
 */
final class AverageLead {

    /** Below it a {@code double} holds every whole number. */
    private static final long EXACT = 1L << 53;

    /** Such a number times a period fits a {@code long}. */
    private static final int LONGEST = 1_000;

    private final int fastPeriod;
    private final int slowPeriod;
    private final long exactPrices;

    /** The slow period is the longer one, and at most {@link #LONGEST}. */
    AverageLead(int fastPeriod, int slowPeriod) {
        if (fastPeriod >= slowPeriod || slowPeriod > LONGEST) {
            throw new IllegalArgumentException("expected a fast period below the slow one, which is at most " + LONGEST
                    + ", got: " + fastPeriod + " and " + slowPeriod);
        }
        this.fastPeriod = fastPeriod;
        this.slowPeriod = slowPeriod;
        this.exactPrices = Long.highestOneBit(EXACT / slowPeriod);
    }

    /** Above zero when {@code fast} is above {@code slow}, below when it is below; NaN while one of them has no value. */
    double of(Sma fast, Sma slow) {
        if (!fast.isReady() || !slow.isReady()) {
            return Double.NaN;
        }
        return slow.sum() < EXACT ? whole(fast, slow) : fast.sum() * slowPeriod - slow.sum() * fastPeriod;
    }

    private long whole(Sma fast, Sma slow) {
        return ((long) fast.sum()) * slowPeriod - ((long) slow.sum()) * fastPeriod;
    }

    /**
     * Marks where the lead changes its sign, over many candles: a buy where it comes to be above zero, a sell where it comes to be below.
     * Everything is done without a branch, because nobody can foresee a crossing.
     *
     * @param from row of the first candle, a word's first in {@code signals}
     * @param fast as it was before that row, like {@code slow}; what they remember is in the rows before
     * @return the lead at the last candle; NaN when a price is too large for sums to be exact: then nothing that was marked counts
     */
    double follow(CandleColumns candles, int from, int end, Sma fast, Sma slow, SignalColumn signals) {
        LeadFollower follower = new LeadFollower(fastPeriod, slowPeriod, whole(fast, slow));
        long prices = prices(candles, from - slow.forgetsAfter(), from);
        for (int piece = from; piece < end; piece += LeadFollower.PIECE) {
            follower.follow(candles, piece, Math.min(end, piece + LeadFollower.PIECE), signals);
        }
        return (prices | follower.prices()) < exactPrices ? follower.lead() : Double.NaN;
    }

    /** A number that is at least as large as every close of these rows. */
    private static long prices(CandleColumns candles, int from, int end) {
        long prices = 0;
        for (int row = from; row < end; row++) {
            prices |= candles.close(row);
        }
        return prices;
    }
}
