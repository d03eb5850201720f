package dev.capstan.candles;

import dev.capstan.trading.candle.CandleColumns;

/**
 * Candles and the name of what they hold.
 *
 * @param hash {@link CandleHash} of the columns
 */
public record CandleHistory(CandleColumns columns, String hash) {

    /** Takes the hash of {@code columns}. */
    public static CandleHistory of(CandleColumns columns) {
        return new CandleHistory(columns, CandleHash.of(columns));
    }

    /** The candles that open from {@code from} up to, not with, {@code to}, in epoch milliseconds. */
    public CandleHistory between(long from, long to) {
        int first = firstAt(from);
        int end = Math.max(first, firstAt(to));
        return first == 0 && end == columns.size() ? this : of(columns.slice(first, end));
    }

    /** The first row that opens at {@code time} or later. */
    private int firstAt(long time) {
        int low = 0;
        int high = columns.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns.openTime(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
