package dev.capstan.trading.candle;

import dev.capstan.trading.fill.Bar;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Closed candles of one instrument and timeframe, oldest first: a column each for open time (epoch milliseconds of market time), open,
 * high, low and close price (quote asset, {@link dev.capstan.trading.fixed.Decimal8}) and volume (base asset, the same). The columns may
 * be memory or a mapped file; nobody writes to them any more.
 */
public final class CandleColumns {

    private static final int COLUMNS = 6;

    private final long intervalMillis;
    private final LongBuffer openTimes;
    private final LongBuffer opens;
    private final LongBuffer highs;
    private final LongBuffer lows;
    private final LongBuffer closes;
    private final LongBuffer volumes;

    /** Whether each candle follows the one before: then its time is computed, and that column is not read. */
    private final boolean isGapless;

    private CandleColumns(long intervalMillis, List<LongBuffer> columns, boolean isGapless) {
        this.intervalMillis = intervalMillis;
        this.openTimes = columns.get(0);
        this.opens = columns.get(1);
        this.highs = columns.get(2);
        this.lows = columns.get(3);
        this.closes = columns.get(4);
        this.volumes = columns.get(5);
        this.isGapless = isGapless;
    }

    /**
     * Takes columns as they are; whoever fills them has checked each row ({@link Bar} says what is wrong with one) and that times rise.
     *
     * @param intervalMillis length of a candle in milliseconds of market time
     * @param columns open time, open, high, low, close, volume, all of one length
     */
    public static CandleColumns of(long intervalMillis, List<LongBuffer> columns) {
        if (intervalMillis <= 0) {
            throw new IllegalArgumentException("expected an interval above zero, got: " + intervalMillis);
        }
        if (columns.size() != COLUMNS) {
            throw new IllegalArgumentException("expected " + COLUMNS + " columns, got: " + columns.size());
        }
        if (columns.stream().mapToInt(LongBuffer::limit).distinct().count() != 1) {
            throw new IllegalArgumentException("expected columns of one length");
        }
        return new CandleColumns(
                intervalMillis,
                columns.stream().map(LongBuffer::asReadOnlyBuffer).toList(),
                isGapless(columns.getFirst(), intervalMillis));
    }

    /** The candle {@code bar} that opened at {@code openTime}, alone. */
    public static CandleColumns of(long intervalMillis, long openTime, Bar bar) {
        CandleColumnsBuilder one = new CandleColumnsBuilder(intervalMillis, 1);
        one.add(openTime, bar);
        return one.build();
    }

    private static boolean isGapless(LongBuffer times, long interval) {
        for (int row = 1; row < times.limit(); row++) {
            if (times.get(row) != times.get(0) + row * interval) {
                return false;
            }
        }
        return true;
    }

    /** Length of a candle in milliseconds. */
    public long intervalMillis() {
        return intervalMillis;
    }

    /** How many candles there are. */
    public int size() {
        return openTimes.limit();
    }

    public long openTime(int row) {
        return isGapless ? openTimes.get(0) + Objects.checkIndex(row, size()) * intervalMillis : openTimes.get(row);
    }

    public long open(int row) {
        return opens.get(row);
    }

    public long high(int row) {
        return highs.get(row);
    }

    public long low(int row) {
        return lows.get(row);
    }

    public long close(int row) {
        return closes.get(row);
    }

    public long volume(int row) {
        return volumes.get(row);
    }

    /** Copies the closes of the {@code count} rows from {@code from} on to the beginning of {@code target}. */
    public void closes(int from, int count, long[] target) {
        closes.get(from, target, 0, count);
    }

    /** The first row from {@code from} up to, not with, {@code end} whose prices reach one of the two; {@code end} when there is none. */
    int untilTouched(int from, int end, long low, long high) {
        int row = from;
        if (high == Long.MAX_VALUE) {
            // No price is as high: that column need not come from memory.
            while (row < end && lows.get(row) > low) {
                row++;
            }
            return row;
        }
        while (row < end && lows.get(row) > low && highs.get(row) < high) {
            row++;
        }
        return row;
    }

    /** All of a row but its time. */
    public Bar bar(int row) {
        return new Bar(open(row), high(row), low(row), close(row), volume(row));
    }

    /** The rows from {@code from} up to, not with, {@code to}; nothing is copied. */
    public CandleColumns slice(int from, int to) {
        List<LongBuffer> parts =
                columns().map(column -> column.slice(from, to - from)).toList();
        return new CandleColumns(intervalMillis, parts, isGapless(parts.getFirst(), intervalMillis));
    }

    /** The same rows, as if those from {@code end} on had not come yet; nothing is copied. */
    public CandleColumns until(int end) {
        List<LongBuffer> known =
                columns().map(column -> column.duplicate().limit(end)).toList();
        return new CandleColumns(intervalMillis, known, isGapless);
    }

    private Stream<LongBuffer> columns() {
        return Stream.of(openTimes, opens, highs, lows, closes, volumes);
    }
}
