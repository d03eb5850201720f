package dev.capstan.candles;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.fixed.Decimal8;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * The finest decimal steps that candles were written with: what to take for an instrument's tick and lot when nobody names them.
 *
 * @param price in {@link Decimal8}, a power of ten up to 1
 * @param quantity likewise
 */
public record FinestSteps(long price, long quantity) {

    /** The finest steps in {@code candles}; 1 where there are none. */
    public static FinestSteps of(CandleColumns candles) {
        long price = Decimal8.ONE;
        for (IntToLongFunction column :
                List.<IntToLongFunction>of(candles::open, candles::high, candles::low, candles::close)) {
            price = finest(price, column, candles.size());
        }
        return new FinestSteps(price, finest(Decimal8.ONE, candles::volume, candles.size()));
    }

    private static long finest(long start, IntToLongFunction column, int rows) {
        long step = start;
        for (int row = 0; row < rows && step > 1; row++) {
            long value = column.applyAsLong(row);
            while (value % step != 0) {
                step /= 10;
            }
        }
        return step;
    }
}
