package dev.capstan.trading.candle;

import dev.capstan.trading.fill.Bar;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;

/** Collects candles in memory, oldest first. */
public final class CandleColumnsBuilder {

    private final long intervalMillis;
    private long[][] columns;
    private int size;

    /**
     * @param intervalMillis length of a candle
     * @param expected how many there will be, roughly
     */
    public CandleColumnsBuilder(long intervalMillis, int expected) {
        this.intervalMillis = intervalMillis;
        this.columns = new long[6][Math.max(1, expected)];
    }

    /**
     * Adds a candle.
     *
     * @throws IllegalArgumentException when it does not open after the one before
     */
    public void add(long openTime, Bar bar) {
        if (size > 0 && openTime <= columns[0][size - 1]) {
            throw new IllegalArgumentException(
                    "expected a candle after " + columns[0][size - 1] + ", got one at " + openTime);
        }
        if (size == columns[0].length) {
            columns = Arrays.stream(columns)
                    .map(column -> Arrays.copyOf(column, size * 2))
                    .toArray(long[][]::new);
        }
        columns[0][size] = openTime;
        columns[1][size] = bar.open();
        columns[2][size] = bar.high();
        columns[3][size] = bar.low();
        columns[4][size] = bar.close();
        columns[5][size] = bar.volume();
        size++;
    }

    public CandleColumns build() {
        List<LongBuffer> parts = Arrays.stream(columns)
                .map(column -> LongBuffer.wrap(column, 0, size).slice())
                .toList();
        return CandleColumns.of(intervalMillis, parts);
    }
}
