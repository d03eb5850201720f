package dev.capstan.trading.strategy.builtin;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.strategy.SignalColumn;

/**
 * Follows an {@link AverageLead} over many candles, and marks where it changes its sign. Everything is done without a branch, because
 * nobody can foresee a crossing.
 */
final class LeadFollower {

    /** Candles that are taken at once: few enough for all that is known of them to stay in the nearest cache of a processor. */
    static final int PIECE = 4 * SignalColumn.WORD;

    private final int fastPeriod;
    private final int slowPeriod;

    /** The closes of a piece, those that leave the fast average when they come, and those that leave the slow one. */
    private final long[] closes = new long[PIECE];

    private final long[] leaveFast = new long[PIECE];
    private final long[] leaveSlow = new long[PIECE];

    /** By how much the lead rises with each of them. */
    private final long[] rises = new long[PIECE];

    private long lead;
    private long prices;

    /** A bit for each of the last leads, the latest the lowest: set where it was above zero, or in the other below. */
    private long above;

    private long below;

    /** Goes on from {@code lead}. */
    LeadFollower(int fastPeriod, int slowPeriod, long lead) {
        this.fastPeriod = fastPeriod;
        this.slowPeriod = slowPeriod;
        this.lead = lead;
        this.above = -lead >>> 63;
        this.below = lead >>> 63;
    }

    /** Marks the rows {@code from} up to, not with, {@code end}; {@code from} is a word's first in {@code signals}. */
    void follow(CandleColumns candles, int from, int end, SignalColumn signals) {
        int count = end - from;
        candles.closes(from, count, closes);
        candles.closes(from - fastPeriod, count, leaveFast);
        candles.closes(from - slowPeriod, count, leaveSlow);
        see(count);
        weigh(count);
        for (int word = 0; word < count; word += SignalColumn.WORD) {
            int rows = Math.min(count - word, SignalColumn.WORD);
            long wasAbove = above & 1;
            long wasBelow = below & 1;
            take(word, word + rows);
            // Of a column the first row is the lowest bit.
            long aboveBits = Long.reverse(above) >>> (SignalColumn.WORD - rows);
            long belowBits = Long.reverse(below) >>> (SignalColumn.WORD - rows);
            signals.setWord(
                    from + word,
                    aboveBits & ~((aboveBits << 1) | wasAbove),
                    belowBits & ~((belowBits << 1) | wasBelow));
        }
    }

    /** Like {@link #weigh} a loop that the compiler makes of vectors. */
    private void see(int count) {
        long all = prices;
        for (int at = 0; at < count; at++) {
            all |= closes[at];
        }
        prices = all;
    }

    /** All arrays at one index: the compiler then knows that no candle waits for another. */
    private void weigh(int count) {
        long slow = slowPeriod;
        long fast = fastPeriod;
        for (int at = 0; at < count; at++) {
            rises[at] = slow * (closes[at] - leaveFast[at]) - fast * (closes[at] - leaveSlow[at]);
        }
    }

    /** Each lead needs the one before. What it counts with is in locals, and little enough for a processor to have it all in registers. */
    private void take(int begin, int end) {
        long[] each = rises;
        long now = lead;
        long up = 0;
        long down = 0;
        for (int at = begin; at < end; at++) {
            now += each[at];
            up = (up << 1) + (-now >>> 63);
            down = (down << 1) + (now >>> 63);
        }
        lead = now;
        above = up;
        below = down;
    }

    /** The lead at the last candle taken. */
    long lead() {
        return lead;
    }

    /** A number that is at least as large as every close taken. */
    long prices() {
        return prices;
    }
}
