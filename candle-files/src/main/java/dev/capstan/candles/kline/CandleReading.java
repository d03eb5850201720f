package dev.capstan.candles.kline;

import dev.capstan.trading.candle.CandleColumns;
import java.nio.LongBuffer;
import java.time.Instant;
import java.util.Arrays;

/** Collects the candles of a kline file, checking each row. */
final class CandleReading {

    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();
    private static final int COLUMNS = 6;
    private static final int EXPECTED = 1 << 12;

    private long[][] columns = new long[COLUMNS][EXPECTED];
    private int size;
    private long interval = Long.MAX_VALUE;
    private long firstLength;
    private long lastOpen = -1;

    /** Adds a row; how many there are now. */
    int add(KlineRow row) {
        if (size == columns[0].length) {
            columns = Arrays.stream(columns)
                    .map(column -> Arrays.copyOf(column, Math.multiplyExact(size, 2)))
                    .toArray(long[][]::new);
        }
        long open = openTime(row);
        if (size > 0) {
            interval = Math.min(interval, open - lastOpen);
        }
        lastOpen = open;
        columns[0][size] = open;
        addPrices(row);
        columns[5][size] = row.fixed(KlineColumn.VOLUME);
        return ++size;
    }

    private long openTime(KlineRow row) {
        long unit = row.timeUnit();
        long open = row.whole(KlineColumn.OPEN_TIME);
        if (open % unit != 0 || open / unit >= LATEST) {
            throw row.wrong(KlineColumn.OPEN_TIME, "whole milliseconds before the year 2200");
        }
        if (open / unit <= lastOpen) {
            throw row.wrong(KlineColumn.OPEN_TIME, "a later time than in the row before");
        }
        long close = row.whole(KlineColumn.CLOSE_TIME);
        if (close < open) {
            throw row.wrong(KlineColumn.CLOSE_TIME, "a time not before the open time " + open);
        }
        if (lastOpen < 0) {
            firstLength = (close - open) / unit + 1;
        }
        return open / unit;
    }

    private void addPrices(KlineRow row) {
        long open = row.fixed(KlineColumn.OPEN);
        long high = row.fixed(KlineColumn.HIGH);
        long low = row.fixed(KlineColumn.LOW);
        long close = row.fixed(KlineColumn.CLOSE);
        if (low == 0 || low > Math.min(open, close)) {
            throw row.wrong(KlineColumn.LOW, "a price above zero, not above open and close");
        }
        if (high < Math.max(open, close)) {
            throw row.wrong(KlineColumn.HIGH, "a price not below open and close");
        }
        columns[1][size] = open;
        columns[2][size] = high;
        columns[3][size] = low;
        columns[4][size] = close;
    }

    /** The candles, as long as the smallest distance of two says. */
    CandleColumns columns() {
        return columns(size == 1 ? firstLength : interval);
    }

    /** The candles, which are known to be {@code length} milliseconds long. */
    CandleColumns columns(long length) {
        if (size == 0) {
            throw KlineFileException.ofFile("expected at least one candle");
        }
        for (int row = 1; row < size; row++) {
            checkDistance(columns[0][row - 1], columns[0][row], length);
        }
        return CandleColumns.of(
                length,
                Arrays.stream(columns)
                        .map(column -> LongBuffer.wrap(column, 0, size).slice())
                        .toList());
    }

    private static void checkDistance(long before, long open, long length) {
        if ((open - before) % length != 0) {
            throw KlineFileException.ofFile("expected open times whole candles of " + length + " ms apart, got "
                    + Instant.ofEpochMilli(before) + " and then " + Instant.ofEpochMilli(open));
        }
    }
}
