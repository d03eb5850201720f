package dev.capstan.trading.strategy.builtin;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.strategy.SignalColumn;

/**
 * Follows an {@link AverageLead} over many candles, and marks where it changes its sign. Everything is done without a branch, because
 * nobody can foresee a crossing.
 */
final class LeadFollower {

    /** Candles that are taken at once: few enough for their closes to stay in the nearest cache of a processor. */
    static final int PIECE = 16 * SignalColumn.WORD;

    private final int fastPeriod;
    private final int slowPeriod;

    /** The closes of a piece, after as many from before it as the slow average remembers. */
    private final long[] closes;

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
        this.closes = new long[slowPeriod + PIECE];
        this.above = -lead >>> 63;
        this.below = lead >>> 63;
    }

    /** Marks the rows {@code from} up to, not with, {@code end}; {@code from} is a word's first in {@code signals}. */
    void follow(CandleColumns candles, int from, int end, SignalColumn signals) {
        int count = end - from;
        candles.closes(from - slowPeriod, slowPeriod + count, closes);
        see(count);
        for (int word = 0; word < count; word += SignalColumn.WORD) {
            int rows = Math.min(count - word, SignalColumn.WORD);
            long wasAbove = above & 1;
            long wasBelow = below & 1;
            take(slowPeriod + word, rows);
            // Of a column the first row is the lowest bit.
            long aboveBits = Long.reverse(above) >>> (SignalColumn.WORD - rows);
            long belowBits = Long.reverse(below) >>> (SignalColumn.WORD - rows);
            signals.setWord(
                    from + word,
                    aboveBits & ~((aboveBits << 1) | wasAbove),
                    belowBits & ~((belowBits << 1) | wasBelow));
        }
    }

    /** In a loop of its own, which the compiler makes of vectors; in the other it would take a register that is needed there. */
    private void see(int count) {
        long all = prices;
        for (int at = slowPeriod; at < slowPeriod + count; at++) {
            all |= closes[at];
        }
        prices = all;
    }

    /** What it counts with is in locals, and little enough for a processor to have it all in registers. */
    private void take(int begin, int rows) {
        long[] seen = closes;
        long now = lead;
        long up = 0;
        long down = 0;
        for (int at = begin; at < begin + rows; at++) {
            long close = seen[at];
            now += slowPeriod * (close - seen[at - fastPeriod]) - fastPeriod * (close - seen[at - slowPeriod]);
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
