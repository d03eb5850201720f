package dev.capstan.launcher.backtest;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.fixed.Decimal8;
import java.util.Arrays;

/** Made-up candles as the text of a kline file. */
final class KlineText {

    private KlineText() {}

    /** The first candles of a random walk, without the minutes {@code leftOut}. */
    static String of(long seed, int count, int... leftOut) {
        CandleColumns candles = RandomWalk.candles(seed, count);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < count; row++) {
            int minute = row;
            if (Arrays.stream(leftOut).noneMatch(each -> each == minute)) {
                append(text, candles, row);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, CandleColumns candles, int row) {
        text.append(candles.openTime(row));
        for (long cell : new long[] {
            candles.open(row), candles.high(row), candles.low(row), candles.close(row), candles.volume(row)
        }) {
            text.append(',').append(Decimal8.text(cell));
        }
        text.append(',')
                .append(candles.openTime(row) + candles.intervalMillis() - 1)
                .append(",0,0,0,0,0\n");
    }
}
