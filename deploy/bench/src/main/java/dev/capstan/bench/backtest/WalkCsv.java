package dev.capstan.bench.backtest;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.fixed.Decimal8;

/** A seeded walk as a kline file. */
final class WalkCsv {

    private WalkCsv() {}

    static String of(long seed, int count) {
        CandleColumns candles = RandomWalk.candles(seed, count);
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < candles.size(); row++) {
            long open = candles.openTime(row);
            lines.append(open).append(',');
            for (long value : new long[] {
                candles.open(row), candles.high(row), candles.low(row), candles.close(row), candles.volume(row)
            }) {
                lines.append(Decimal8.text(value)).append(',');
            }
            lines.append(open + candles.intervalMillis() - 1).append(",0,0,0,0,0\n");
        }
        return lines.toString();
    }
}
