package dev.capstan.launcher.backtest.report;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Candles for drawing.
 *
 * @param each how many candles were made one
 * @param rows open time in epoch milliseconds, open, high, low, close
 */
record ThinnedCandles(int each, List<List<Number>> rows) {

    private static final int MOST = 4_000;

    static ThinnedCandles of(CandleColumns candles) {
        int each = Math.ceilDiv(candles.size(), MOST);
        List<List<Number>> rows = new ArrayList<>();
        for (int first = 0; first < candles.size(); first += each) {
            rows.add(row(candles, first, Math.min(candles.size(), first + each)));
        }
        return new ThinnedCandles(each, rows);
    }

    private static List<Number> row(CandleColumns candles, int first, int end) {
        long high = candles.high(first);
        long low = candles.low(first);
        for (int row = first + 1; row < end; row++) {
            high = Math.max(high, candles.high(row));
            low = Math.min(low, candles.low(row));
        }
        return List.of(
                candles.openTime(first),
                number(candles.open(first)),
                number(high),
                number(low),
                number(candles.close(end - 1)));
    }

    /** For a canvas a binary number will do. */
    private static Number number(long value) {
        return BigDecimal.valueOf(value, Decimal8.SCALE).doubleValue();
    }
}
