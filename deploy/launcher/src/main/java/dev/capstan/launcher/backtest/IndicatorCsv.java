package dev.capstan.launcher.backtest;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.indicator.Indicator;
import dev.capstan.trading.indicator.IndicatorSpec;
import dev.capstan.trading.indicator.Indicators;
import java.io.PrintWriter;
import java.math.BigDecimal;

/** An indicator's series: open time in epoch milliseconds and value, which is empty while too few candles were seen. */
final class IndicatorCsv {

    private IndicatorCsv() {}

    static IndicatorSpec parse(String text) {
        try {
            return Indicators.parse(text);
        } catch (IllegalArgumentException e) {
            throw InputException.of("--indicator", String.valueOf(e.getMessage()));
        }
    }

    static void print(IndicatorSpec spec, CandleColumns candles, PrintWriter out) {
        Indicator indicator = spec.create();
        CandleCursor cursor = new CandleCursor(candles);
        out.println("open_time,value");
        for (int row = 0; row < candles.size(); row++) {
            double value = indicator.update(cursor.at(row));
            out.println(candles.openTime(row) + "," + (Double.isNaN(value) ? "" : plain(value)));
        }
        out.flush();
    }

    /** As few digits as tell it from its neighbours, without an exponent. */
    private static String plain(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}
