package dev.capstan.simulator.market;

/** The candles of one instrument in the order they play; the same index always gives the same candle. */
public interface CandleSeries {

    /** Length of a candle. */
    long intervalMillis();

    /** How many there are; {@link Long#MAX_VALUE} when they never end. */
    long size();

    /** Index of the candle that plays first; what is before it is history. */
    long firstPlayed();

    /** The candle at {@code index}, from 0 to {@link #size()} - 1. */
    Candle at(long index);

    /** When the candle at {@code index} opens. */
    default long openTimeAt(long index) {
        return at(index).openTime();
    }

    /** Index of the last candle that opens at or before {@code time}, -1 when all open later. */
    default long indexAt(long time) {
        long low = -1;
        long high = searchEnd(time);
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (openTimeAt(middle) <= time) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long searchEnd(long time) {
        long span = Math.max(0, time - openTimeAt(0));
        return Math.min(size(), span / intervalMillis() + 1);
    }
}
