package dev.capstan.trading.strategy;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** What a strategy makes of each candle of a stretch, kept as bits: whoever looks for the next signal passes 64 candles at once. */
public final class SignalColumn {

    /** Candles to a word; the lowest bit is the first of them. */
    public static final int WORD = Long.SIZE;

    private final long[] buys;
    private final long[] sells;
    private int from;
    private int end;

    /** Room for {@code most} candles. */
    public SignalColumn(int most) {
        buys = new long[Math.ceilDiv(most, WORD)];
        sells = new long[buys.length];
    }

    /** Becomes the column of the rows {@code newFrom} up to, not with, {@code newEnd}, each with no signal. */
    public void reset(int newFrom, int newEnd) {
        int words = Math.ceilDiv(newEnd - newFrom, WORD);
        if (newFrom > newEnd || words > buys.length) {
            throw new IllegalArgumentException(
                    "expected at most " + buys.length * WORD + " candles, got rows " + newFrom + " to " + newEnd);
        }
        Arrays.fill(buys, 0, words, 0);
        Arrays.fill(sells, 0, words, 0);
        from = newFrom;
        end = newEnd;
    }

    /** Sets the signal of one candle. */
    public void set(int row, Signal signal) {
        int at = index(row);
        long bit = 1L << at;
        int word = at / WORD;
        buys[word] = signal == Signal.BUY ? buys[word] | bit : buys[word] & ~bit;
        sells[word] = signal == Signal.SELL ? sells[word] | bit : sells[word] & ~bit;
    }

    /**
     * Sets the signals of a word of candles; bits past the last row do not count.
     *
     * @param row of the first one, a multiple of {@link #WORD} after the first row of all
     * @param buying a bit for each candle that says {@link Signal#BUY}
     * @param selling a bit for each that says {@link Signal#SELL}; none of the same
     */
    public void setWord(int row, long buying, long selling) {
        int at = index(row);
        if (at % WORD != 0 || (buying & selling) != 0) {
            throw new IllegalArgumentException("expected the first row of a word and one signal a candle, got: row "
                    + row + " of " + from + " to " + end + ", both for " + Long.toBinaryString(buying & selling));
        }
        buys[at / WORD] = buying;
        sells[at / WORD] = selling;
    }

    public Signal at(int row) {
        int at = index(row);
        if ((buys[at / WORD] & (1L << at)) != 0) {
            return Signal.BUY;
        }
        return (sells[at / WORD] & (1L << at)) != 0 ? Signal.SELL : Signal.NONE;
    }

    /** Calls {@code action} with each row that says anything but {@link Signal#NONE}, in their order. */
    public void forEachSignal(IntConsumer action) {
        int words = Math.ceilDiv(end - from, WORD);
        for (int word = 0; word < words; word++) {
            long left = buys[word] | sells[word];
            while (left != 0) {
                int row = from + word * WORD + Long.numberOfTrailingZeros(left);
                if (row < end) {
                    action.accept(row);
                }
                left &= left - 1;
            }
        }
    }

    /** The first row from {@code row} on that says {@link Signal#BUY}, or {@code limit} when that comes first. */
    public int nextBuy(int row, int limit) {
        return next(buys, row, limit);
    }

    /** The first row from {@code row} on that says {@link Signal#SELL}, or {@code limit} when that comes first. */
    public int nextSell(int row, int limit) {
        return next(sells, row, limit);
    }

    private int next(long[] bits, int row, int limit) {
        if (row >= limit) {
            return limit;
        }
        int at = index(row);
        int word = at / WORD;
        int last = index(limit - 1) / WORD;
        long left = bits[word] & (-1L << at);
        while (left == 0 && word < last) {
            word++;
            left = bits[word];
        }
        return left == 0 ? limit : Math.min(limit, from + word * WORD + Long.numberOfTrailingZeros(left));
    }

    private int index(int row) {
        if (row < from || row >= end) {
            throw new IndexOutOfBoundsException("expected a row from " + from + " to " + (end - 1) + ", got: " + row);
        }
        return row - from;
    }
}
